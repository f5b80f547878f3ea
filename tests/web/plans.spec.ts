// Every issuer's plan stands beside the target; which one is split is chosen, never switched silently.
import type { Locator, Page } from "@playwright/test";
import { expect, OPENING, sum, test } from "./page";

/** The plans below the target strip. */
class Plans {
  constructor(readonly page: Page) {}

  get button(): Locator {
    return this.page.getByRole("button", { name: /^Các kế hoạch \(\d+\)$/ });
  }

  get panel(): Locator {
    return this.page.getByRole("region", { name: /^Các kế hoạch/ });
  }

  row(name: string): Locator {
    return this.panel.getByRole("group", { name, exact: true });
  }

  async open(): Promise<void> {
    await this.button.click();
    await expect(this.panel).toBeVisible();
  }

  async add(amount: string): Promise<void> {
    const form = this.panel.locator("form");
    await form.getByRole("textbox", { name: "Số giao" }).fill(amount);
    await form.getByRole("button", { name: "Thêm kế hoạch" }).click();
  }
}

test("a plan that is added becomes a tick with its share, and is split only once it is chosen", async ({ plan, page }) => {
  const plans = new Plans(page);
  await plans.open();
  await plans.add("36.500");
  await plan.expectGiven(OPENING);
  await expect(plans.button).toHaveText("Các kế hoạch (2)");
  const government = plans.row("KH 2023 của Chính phủ");
  await expect(government).toContainText("36.500 người · đạt 95,89%");
  await expect(page.getByRole("img", { name: /36\.500 KH 2023 của Chính phủ/ })).toBeVisible();
  await expect(plans.panel).toContainText("Giao theo 36.500 thì đạt mọi kế hoạch cùng phạm vi.");
  await plans.panel.getByRole("button", { name: "Dùng để giao" }).click();
  await plan.expectTotal(36_500);
  expect(sum(await plan.allGiven())).toBe(36_500);
  await expect(plans.row("KH 2023 tự đặt")).toContainText("35.002 người · đạt 104,27%");
  await expect(plans.panel.getByRole("button", { name: "Dùng để giao" })).toHaveCount(0);
  await plan.undo();
  await plan.expectGiven(OPENING);
  await plan.undo();
  await expect(plans.button).toHaveText("Các kế hoạch (1)");
});

test("each field of a plan is one step, kept over a reload, and refuses what it cannot read", async ({ plan, page }) => {
  const plans = new Plans(page);
  await plans.open();
  await plans.add("5,5%");
  const row = plans.row("KH 2023 của Chính phủ");
  await expect(row).toContainText("39.855 người");
  const date = row.getByRole("textbox", { name: "Ngày ký" });
  await date.fill("03/18/2022");
  await date.press("Enter");
  await plan.expectRefused(date, /“03\/18\/2022” không phải là ngày\. Nhập ngày trước, ví dụ 18\/03\/2022\./);
  await date.fill("18-3-2022");
  await date.press("Enter");
  await expect(date).toHaveValue("18/03/2022");
  const number = row.getByRole("textbox", { name: "Số quyết định" });
  await number.fill("3294/QĐ-UBND");
  await number.press("Enter");
  await row.getByRole("combobox", { name: "Bên giao" }).selectOption("Nơi khác…");
  await row.getByRole("textbox", { name: "Tên bên giao" }).fill("Tỉnh ủy");
  await row.getByRole("textbox", { name: "Tên bên giao" }).press("Enter");
  const named = plans.row("KH 2023 của Tỉnh ủy");
  await expect(named).toBeVisible();
  const amount = named.getByRole("textbox", { name: "Số giao" });
  await amount.fill("x");
  await amount.press("Enter");
  await plan.expectRefused(amount, /“x” không phải là số/);
  await plan.reload();
  await plans.open();
  await expect(named.getByRole("textbox", { name: "Số quyết định" })).toHaveValue("3294/QĐ-UBND");
  await expect(named.getByRole("textbox", { name: "Ngày ký" })).toHaveValue("18/03/2022");
  await expect(named.getByRole("textbox", { name: "Số giao" })).toHaveValue("5,5%");
  await plan.undo();
  await expect(plans.row("KH 2023 của Chính phủ")).toBeVisible();
});

test("a plan is taken away and comes back; the one in use has no way to be taken away", async ({ plan, page }) => {
  const plans = new Plans(page);
  await plans.open();
  await plans.add("36.500");
  await expect(plans.row("KH 2023 tự đặt").getByRole("button", { name: /^Bỏ/ })).toHaveCount(0);
  await plans.panel.getByRole("button", { name: "Bỏ KH 2023 của Chính phủ" }).click();
  await expect(plans.row("KH 2023 của Chính phủ")).toHaveCount(0);
  await expect(plans.panel.locator("form").getByRole("textbox", { name: "Số giao" })).toBeFocused();
  await plan.undo();
  await expect(plans.row("KH 2023 của Chính phủ")).toBeVisible();
  await expect(plans.panel).toContainText("KH 2022 của UBND tỉnh: 40.258 · đạt 70,80%");
});

test("a target that counts people elsewhere says that they are not known, and shares of other plans are not compared", async ({ plan, page }) => {
  const plans = new Plans(page);
  await plans.open();
  await plans.add("36.500");
  await plans.row("KH 2023 tự đặt").getByRole("combobox", { name: "Phạm vi tính" }).selectOption("Tính cả ngoài tỉnh");
  await expect(plans.panel).toContainText("Chưa có số người tham gia ngoài tỉnh năm 2022.");
  await expect(plans.row("KH 2023 của Chính phủ")).toContainText("khác phạm vi tính");
  await plan.undo();
  await expect(plans.row("KH 2023 của Chính phủ")).toContainText("đạt 95,89%");
});

test("folded away, the plans take no room; unfolded, nothing is covered or runs over the side", async ({ plan, page }) => {
  const plans = new Plans(page);
  const top = () => plan.table.evaluate((table) => table.getBoundingClientRect().top);
  const before = await top();
  await plans.open();
  expect(await top()).toBeGreaterThan(before);
  await plans.button.click();
  expect(await top()).toBe(before);
  await plans.open();
  for (const width of [1280, 1024, 600, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
  }
});
