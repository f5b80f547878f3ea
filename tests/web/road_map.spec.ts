// The years to a goal: begun with a goal, filled in one of four ways, each year with its reason.
import type { Locator, Page } from "@playwright/test";
import { expect, OPENING, test } from "./page";

/** The road map below the target strip. */
class RoadMap {
  constructor(readonly page: Page) {}

  get panel(): Locator {
    return this.page.getByRole("region", { name: /^Lộ trình/ });
  }

  get table(): Locator {
    return this.panel.getByRole("table");
  }

  year(year: number): Locator {
    return this.panel.getByRole("textbox", { name: `Mục tiêu năm ${year}` });
  }

  /** A row of the table, without its heading. */
  async row(heading: string | RegExp): Promise<string[]> {
    const row = this.table.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name: heading }) });
    return row.getByRole("cell").allInnerTexts();
  }

  async open(): Promise<void> {
    await this.page.getByRole("button", { name: /^(Lập lộ trình|Lộ trình \d)/ }).first().click();
    await expect(this.panel).toBeVisible();
  }

  async begin(goal: string): Promise<void> {
    await this.panel.getByRole("textbox", { name: "Mục tiêu năm cuối" }).fill(goal);
    await this.panel.getByRole("button", { name: "Lập lộ trình" }).click();
  }
}

test("a road map begins with its goal and fills the years between; one undo takes it back", async ({ plan, page }) => {
  const road = new RoadMap(page);
  await road.open();
  await road.begin("");
  await expect(road.panel.getByRole("alert")).toContainText("Ô này đang trống.");
  await road.begin("45.000");
  await expect(page.getByRole("button", { name: "Lộ trình 2022–2026" })).toBeVisible();
  expect(await road.row("Số người")).toEqual(["28.503", "35.002", "38.335", "41.667", "45.000"]);
  expect(await road.row("So với năm trước")).toEqual(["", "+6.499", "+3.333", "+3.332", "+3.333"]);
  expect(await road.row("Từ đâu")).toEqual(["kết quả", "đã nhập", "tính", "tính", "đã nhập"]);
  await road.panel.getByText("Vì sao?").click();
  await expect(road.panel).toContainText("2024: 35.002 + 1/3 × (45.000 − 35.002) = 38.334,66; làm tròn 38.335");
  await plan.expectGiven(OPENING);
  await plan.undo();
  await expect(road.panel.getByRole("textbox", { name: "Mục tiêu năm cuối" })).toBeVisible();
});

test("the years between go by the way that is chosen, a typed year holds until it is emptied", async ({ plan, page }) => {
  const road = new RoadMap(page);
  await road.open();
  await road.begin("45.000");
  await road.panel.getByRole("button", { name: "Theo tốc độ" }).click();
  await expect.poll(() => road.row("Số người")).toEqual(["28.503", "35.002", "38.060", "41.385", "45.000"]);
  await road.panel.getByRole("button", { name: "Tự nhập" }).click();
  await expect.poll(() => road.row("Số người")).toEqual(["28.503", "35.002", "", "", "45.000"]);
  await road.panel.getByRole("button", { name: "Chia đều số người" }).click();
  await road.year(2024).fill("x");
  await road.year(2024).press("Enter");
  await plan.expectRefused(road.year(2024), /“x” không phải là số/);
  await road.year(2024).fill("41.000");
  await road.year(2024).press("Enter");
  await expect.poll(() => road.row("Số người")).toEqual(["28.503", "35.002", "41.000", "43.000", "45.000"]);
  await road.year(2024).fill("");
  await road.year(2024).press("Enter");
  await expect.poll(() => road.row("Số người")).toEqual(["28.503", "35.002", "38.335", "41.667", "45.000"]);
});

test("a year that falls is told with its cure, and years that do not run forwards are refused", async ({ plan, page }) => {
  const road = new RoadMap(page);
  await road.open();
  await road.begin("45.000");
  await road.year(2024).fill("46.000");
  await road.year(2024).press("Enter");
  const cure = road.panel.getByRole("button", { name: "Cho phép năm sau thấp hơn năm trước" });
  await cure.click();
  await expect(cure).toHaveCount(0);
  const to = road.panel.getByRole("textbox", { name: "Đến năm" });
  await to.fill("2021");
  await to.press("Enter");
  await plan.expectRefused(to, /Năm cuối phải sau năm đầu/);
});

test("the lines are one labelled figure, and nothing runs over the side of a phone", async ({ plan, page }) => {
  const road = new RoadMap(page);
  await road.open();
  await road.begin("45.000");
  const figure = road.panel.getByRole("group", { name: /BHXH tự nguyện: từ 28\.503 người \(năm 2022\) đến 45\.000 người \(năm 2026\)/ });
  await figure.focus();
  await expect(figure).toBeFocused();
  await plan.expectGiven(OPENING);
  for (const width of [1024, 600, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
  }
});
