// Quý, tháng: what every unit stands at when a period ends; both ways exact, every number explained.
import type { Locator, Page } from "@playwright/test";
import { expect, OPENING, people, SON_LA, sum, test } from "./page";

/** The section below the table. */
class Periods {
  constructor(readonly page: Page) {}

  get button(): Locator {
    return this.page.getByRole("button", { name: "Quý, tháng", exact: true });
  }

  get section(): Locator {
    return this.page.getByRole("region", { name: /Số cuối quý, cuối tháng|By quarter and month/ });
  }

  get grid(): Locator {
    return this.section.getByRole("grid");
  }

  async open(): Promise<void> {
    await this.button.click();
    await expect(this.section).toBeVisible();
  }

  cell(unit: string, place: number): Locator {
    const row = this.grid.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name: unit, exact: true }) });
    return row.locator("[data-period-cell]").nth(place);
  }

  /** Every period's column: the units, then their total. */
  async columns(): Promise<(number | null)[][]> {
    const rows = await this.grid.locator("tbody tr").evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("[data-period-cell]")].map((cell) => (cell as HTMLElement).innerText)),
    );
    return rows[0]!.map((_, place) => rows.map((row) => people(row[place]!)));
  }

  async expectExact(): Promise<void> {
    for (const column of await this.columns()) {
      expect(sum(column.slice(0, -1))).toBe(column.at(-1));
    }
  }
}

test("the quarters end in the year, add up, and say so", async ({ plan, page }) => {
  const periods = new Periods(page);
  await expect(periods.section).toBeHidden();
  await periods.open();
  await expect(periods.section).toBeFocused();
  await expect(periods.button).toHaveAttribute("aria-expanded", "true");
  const columns = await periods.columns();
  expect(columns.map((column) => column.at(-1))).toEqual([30_128, 31_753, 33_377, 35_002]);
  expect(columns[3]!.slice(0, -1)).toEqual([...OPENING]);
  await periods.expectExact();
  await expect(periods.section.getByText("Tổng từng quý khớp · quý IV = cả năm")).toBeVisible();
  await expect(periods.section.getByText(/Theo nhịp năm 2022: chưa chọn được/)).toBeVisible();
  await plan.setTarget("36.500");
  await expect(periods.cell("Cộng các đơn vị", 3)).toHaveText("36.500");
  await periods.expectExact();
});

test("months and weights of one's own are chosen, kept and undone", async ({ plan, page }) => {
  const periods = new Periods(page);
  await periods.open();
  await periods.section.getByRole("radio", { name: "Tháng" }).check();
  await expect(periods.grid.getByRole("columnheader")).toHaveCount(15);
  await periods.expectExact();
  await periods.section.getByRole("radio", { name: "Quý" }).check();
  await periods.section.getByRole("radio", { name: "Trọng số riêng" }).check();
  for (const [place, weight] of [[1, "10"], [2, "20"], [3, "30"], [4, "40"]] as const) {
    const field = periods.section.getByRole("textbox").nth(place - 1);
    await field.fill(weight);
    await field.press("Enter");
  }
  await expect(periods.section.getByText(/Tổng trọng số 100/)).toBeVisible();
  await expect(periods.cell("Cộng các đơn vị", 0)).toHaveText("29.153");
  await periods.expectExact();
  await expect(plan.undoButton).toHaveAttribute("aria-label", "Hoàn tác: Chia theo quý, theo trọng số riêng");
  await plan.saved();
  await plan.reload();
  await periods.open();
  await expect(periods.cell("Cộng các đơn vị", 0)).toHaveText("29.153");
  await periods.section.getByRole("radio", { name: "Đều nhau" }).check();
  await expect(periods.cell("Cộng các đơn vị", 0)).toHaveText("30.128");
});

test("weights that give no shape are refused beside their field", async ({ plan, page }) => {
  const periods = new Periods(page);
  await periods.open();
  await periods.section.getByRole("radio", { name: "Trọng số riêng" }).check();
  const field = periods.section.getByRole("textbox", { name: "Quý I", exact: true });
  await field.fill("1,5");
  await field.press("Enter");
  await plan.expectRefused(field, /số nguyên/);
  await field.fill("2.000.000");
  await field.press("Enter");
  await plan.expectRefused(field, /quá lớn.*từ 0 đến 1\.000\.000/);
  await field.press("Escape");
  for (const name of ["Quý I", "Quý II", "Quý III"]) {
    await periods.section.getByRole("textbox", { name, exact: true }).fill("0");
    await page.keyboard.press("Enter");
  }
  const last = periods.section.getByRole("textbox", { name: "Quý IV", exact: true });
  await last.fill("0");
  await last.press("Enter");
  await plan.expectRefused(last, /đều bằng 0/);
});

test("a cell is explained by keys alone: the level times the year's rise, on top of last year", async ({ plan, page }) => {
  const periods = new Periods(page);
  await plan.ready();
  await periods.button.focus();
  await page.keyboard.press("Enter");
  await expect(periods.section).toBeFocused();
  await periods.cell(SON_LA[0], 0).focus();
  for (let row = 0; row < 8; row += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  const cell = periods.cell("Thuận Châu", 1);
  await expect(cell).toBeFocused();
  await expect(periods.grid.locator('[tabindex="0"]')).toHaveCount(1);
  const why = periods.section.getByRole("region", { name: "Thuận Châu, cuối quý II: vì sao 3.771?" });
  await expect(why).toBeVisible();
  await expect(why.getByRole("row")).toContainText([
    "mức chung vừa khớp",
    "khoảng này",
    "mức tăng cả năm của Thuận Châu1.556",
    "phần chia",
    "làm tròn thường778",
    "năm trước2.993",
    "cuối quý II3.771",
  ]);
  await page.keyboard.press("Control+End");
  await expect(periods.cell("Cộng các đơn vị", 3)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(periods.section).toBeHidden();
  await expect(periods.button).toBeFocused();
});

test("on a phone the months scroll in their own frame, never the page", async ({ page, plan }) => {
  await plan.switchTo("en");
  await page.setViewportSize({ width: 320, height: 700 });
  const periods = new Periods(page);
  await page.getByRole("button", { name: "Change target, method" }).click();
  await page.getByRole("button", { name: "Quarters, months", exact: true }).click();
  await periods.section.getByRole("radio", { name: "Months" }).check();
  await expect(periods.grid.getByRole("columnheader")).toHaveCount(15);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await periods.cell(SON_LA[0], 11).focus();
  const [cell, name] = [
    (await periods.cell(SON_LA[0], 11).boundingBox())!,
    (await periods.grid.getByRole("rowheader", { name: SON_LA[0] }).boundingBox())!,
  ];
  expect(cell.x).toBeGreaterThanOrEqual(name.x + name.width - 1);
  await expect(periods.section.getByText("Every month adds up · Dec = the year")).toBeVisible();
});

test("a block of quarters is drawn by keys and copied as a spreadsheet takes it", async ({ plan, page }) => {
  const periods = new Periods(page);
  await plan.ready();
  await periods.open();
  await periods.cell(SON_LA[0], 2).click();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(periods.grid.locator('[aria-selected="true"]')).toHaveCount(4);
  await expect(periods.cell(SON_LA[1], 3)).toBeFocused();
  const copied = await periods.grid.evaluate((grid) => {
    const data = new DataTransfer();
    grid.querySelector(":focus")!.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }));
    return data.getData("text/plain");
  });
  const shown = async (row: number, place: number) => people(await periods.cell(SON_LA[row]!, place).innerText());
  expect(copied).toBe(`${await shown(0, 2)}\t${await shown(0, 3)}\r\n${await shown(1, 2)}\t${await shown(1, 3)}\r\n`);
  await page.keyboard.press("Control+ ");
  await expect(periods.grid.locator('[aria-selected="true"]'), "a column, without the line of all units").toHaveCount(12);
  // Escape gives up the block first, and only then closes the section.
  await page.keyboard.press("Escape");
  await expect(periods.grid.locator('[aria-selected="true"]')).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(periods.section).toBeHidden();
});
