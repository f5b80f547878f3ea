// Figures and units are the reader's own: typed, named, added, moved and removed where they stand, each gesture one
// step back; and a plan can begin with nothing at all.
import { expect, people, SON_LA, test, type Plan } from "./page";
import type { Locator } from "@playwright/test";

/** Số liệu as a reader meets it. */
class Figures {
  constructor(readonly plan: Plan) {}

  get page() {
    return this.plan.page;
  }

  async open(): Promise<this> {
    await this.page.getByRole("link", { name: "Số liệu", exact: true }).click();
    await expect(this.tools).toBeVisible();
    return this;
  }

  get table(): Locator {
    return this.page.locator("#plan-table");
  }

  get tools(): Locator {
    return this.page.getByRole("toolbar", { name: "Sửa đơn vị và cột" });
  }

  tool(name: string): Locator {
    return this.tools.getByRole("button", { name, exact: true });
  }

  form(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  cell(unit: string, column: string): Locator {
    const name = this.page.getByRole("rowheader", { name: unit, exact: true });
    return this.table.getByRole("row").filter({ has: name }).locator(`[data-column="${column}"]`);
  }

  /** What stands under the name of a column: where its figures come from. */
  origin(column: string): Locator {
    return this.table.locator(`th[data-column="${column}"] .grid__origin`);
  }

  get names(): Promise<string[]> {
    const names = this.table.locator('tbody [data-column="unit"]').allInnerTexts();
    return names.then((names) => names.map((name) => name.trim()));
  }

  async expectNames(names: readonly string[]): Promise<void> {
    await expect.poll(() => this.names).toEqual([...names]);
  }

  async select(unit: string, column = "unit"): Promise<void> {
    await this.cell(unit, column).click();
  }

  /** Adds units below what is selected, as several lines. */
  async add(lines: string, parent?: string): Promise<void> {
    await this.tool("Thêm đơn vị").click();
    const form = this.form("Thêm đơn vị");
    await expect(form.getByRole("textbox", { name: /^Tên đơn vị/ })).toBeFocused();
    await this.page.keyboard.insertText(lines);
    if (parent) await form.getByRole("combobox", { name: "Thuộc" }).selectOption({ label: parent });
    await form.getByRole("button", { name: "Thêm", exact: true }).click();
    await expect(form).toBeHidden();
  }

  get said(): Locator {
    return this.page.locator('[aria-live="polite"]');
  }
}

test("a typed figure counts at once, its column says that it was typed, and one undo takes it back", async ({ plan, page }) => {
  const figures = await new Figures(plan).open();
  const cell = figures.cell("Mai Sơn", "population");
  await expect(figures.origin("population")).toHaveText("");
  await cell.click();
  await page.keyboard.type("100000");
  await page.keyboard.press("Enter");
  await expect(cell).toHaveText("100.000");
  await expect(figures.cell("Quỳnh Nhai", "population")).toBeFocused();
  await expect(figures.origin("population")).toHaveText("Tự nhập");
  await expect(figures.cell("Toàn tỉnh", "population"), "a sum of some units is no sum").toHaveText(/chưa có số/);
  await plan.undo();
  await expect(cell).toHaveText(/chưa có số/);
  await expect(figures.origin("population")).toHaveText("");
});

test("a column says who vouches for it, once it is told, and before it holds a figure too", async ({ plan, page }) => {
  const figures = await new Figures(plan).open();
  await figures.select("Mai Sơn", "population");
  await figures.tool("Nguồn của cột…").click();
  const form = figures.form("Nguồn của cột…");
  await expect(form).toContainText("Dân số năm 2022");
  await expect(form.getByRole("combobox", { name: "Nguồn gốc" })).toBeFocused();
  await form.getByRole("textbox", { name: "Nguồn", exact: true }).fill("Niên giám 2022");
  await page.keyboard.press("Tab");
  await expect(form.getByRole("textbox", { name: "Ghi chú" }), "the focus goes on").toBeFocused();
  await form.getByRole("combobox", { name: "Nguồn gốc" }).selectOption({ label: "Công bố" });
  await expect(figures.origin("population")).toHaveText("Công bố");
  await expect(figures.origin("population")).toHaveAttribute("title", /Niên giám 2022/);
  await page.keyboard.press("Escape");
  await expect(form).toBeHidden();
  await expect(figures.cell("Mai Sơn", "population")).toBeFocused();
  // A press on what stands in the heading opens the same.
  await figures.origin("labour-force").click();
  await expect(form).toContainText("LLLĐ năm 2022");
  await expect(form.getByRole("combobox", { name: "Nguồn gốc" })).toHaveCount(2);
  await form.getByRole("button", { name: "Đóng" }).click();
  await plan.undo();
  await plan.undo();
  await expect(figures.origin("population")).toHaveText("");
});

test("columns are added where they are missing: another measure, another scope, one of one's own", async ({ plan, page }) => {
  const figures = await new Figures(plan).open();
  await figures.select("Mai Sơn");
  await figures.tool("Thêm cột").click();
  const form = figures.form("Thêm cột");
  await form.getByRole("combobox", { name: "Số liệu" }).selectOption({ label: "BHYT" });
  await form.getByRole("combobox", { name: "Phạm vi" }).selectOption({ label: "Tham gia ngoài tỉnh" });
  await form.getByRole("button", { name: "Hiện cột" }).click();
  await expect(figures.cell("Mai Sơn", "result-yt-other")).toBeFocused();
  await page.keyboard.type("120");
  await page.keyboard.press("Enter");
  await expect(figures.cell("Mai Sơn", "result-yt-other")).toHaveText("120");
  await figures.tool("Thêm cột").click();
  await form.getByRole("textbox", { name: "Tên cột riêng" }).fill("Hộ kinh doanh");
  await page.keyboard.press("Enter");
  await expect(figures.table.getByRole("columnheader", { name: "Hộ kinh doanh" })).toBeVisible();
  await page.keyboard.type("35");
  await page.keyboard.press("Enter");
  await figures.tool("Nguồn của cột…").click();
  await figures.form("Nguồn của cột…").getByRole("button", { name: "Bỏ cột riêng" }).click();
  await expect(figures.table.getByRole("columnheader", { name: "Hộ kinh doanh" })).toBeHidden();
  await plan.undo();
  await expect(figures.cell("Quỳnh Nhai", "own-0")).toHaveText("35");
});

test("a unit is renamed where it stands: F2 or a double click, Escape leaves it, a blank name is refused", async ({ plan, page }) => {
  const figures = await new Figures(plan).open();
  await figures.select("Mai Sơn");
  await page.keyboard.press("F2");
  await expect(page.getByRole("textbox", { name: "Mai Sơn, Đơn vị" })).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("Hát Lót");
  await page.keyboard.press("Escape");
  await figures.expectNames(SON_LA);
  await figures.cell("Mai Sơn", "unit").dblclick();
  const field = page.getByRole("textbox", { name: "Mai Sơn, Đơn vị" });
  await field.fill(" ");
  await page.keyboard.press("Enter");
  await plan.expectRefused(field, "Tên đang để trống. Nhập tên.");
  await field.fill("Hát Lót");
  await page.keyboard.press("Enter");
  await figures.expectNames(SON_LA.map((name) => (name === "Mai Sơn" ? "Hát Lót" : name)));
  await plan.undo();
  await figures.expectNames(SON_LA);
});

test("units are added as lines of text, below the unit that is chosen, as one step", async ({ plan, page }) => {
  const figures = await new Figures(plan).open();
  await figures.select("Mộc Châu");
  await figures.add("1\tĐông Sang\n2\tMường Sang\n\tTổng cộng", "Mộc Châu");
  await figures.expectNames(["TP Sơn La", "Mộc Châu", "Đông Sang", "Mường Sang", ...SON_LA.slice(2)]);
  await expect(figures.cell("Đông Sang", "unit")).toBeFocused();
  await expect(figures.cell("Đông Sang", "unit")).toHaveAttribute("aria-level", "2");
  // Next to what is selected, where nothing else is asked for.
  await figures.add("Tân Lập");
  await figures.expectNames(["TP Sơn La", "Mộc Châu", "Đông Sang", "Mường Sang", "Tân Lập", ...SON_LA.slice(2)]);
  await plan.undo();
  await plan.undo();
  await figures.expectNames(SON_LA);
  await figures.tool("Thêm đơn vị").click();
  await figures.form("Thêm đơn vị").getByRole("button", { name: "Thêm", exact: true }).click();
  await expect(figures.form("Thêm đơn vị").getByRole("alert")).toHaveText("Chưa có tên nào. Nhập mỗi dòng một tên đơn vị.");
  await page.keyboard.press("Escape");
  await expect(figures.form("Thêm đơn vị")).toBeHidden();
});

test("units change their order, are grouped, moved and ungrouped, and nothing they hold is lost", async ({ plan, page }) => {
  const figures = await new Figures(plan).open();
  await figures.select("Mộc Châu");
  await expect(figures.tool("Bỏ nhóm")).toHaveAttribute("aria-disabled", "true");
  await figures.tool("Lên").click();
  await figures.expectNames(["Mộc Châu", "TP Sơn La", ...SON_LA.slice(2)]);
  await expect(figures.tool("Lên"), "it stays at hand").toBeFocused();
  await expect(figures.tool("Lên")).toHaveAttribute("aria-disabled", "true");
  await figures.tool("Xuống").click();
  await figures.expectNames(SON_LA);
  const before = people(await figures.cell("Toàn tỉnh", "labour-force").innerText());
  await figures.select("Bắc Yên");
  await page.keyboard.press("Shift+ArrowDown");
  await figures.tool("Nhóm").click();
  const form = figures.form("Nhóm");
  await expect(form).toContainText("Bắc Yên và Sốp Cộp");
  await form.getByRole("textbox", { name: "Tên nhóm" }).fill("Cụm vùng cao");
  await page.keyboard.press("Enter");
  await figures.expectNames([...SON_LA.slice(0, 10), "Cụm vùng cao", "Bắc Yên", "Sốp Cộp"]);
  await expect(figures.cell("Cụm vùng cao", "unit")).toBeFocused();
  await figures.select("Vân Hồ");
  await figures.tool("Chuyển vào…").click();
  await figures.form("Chuyển vào…").getByRole("combobox", { name: "Thuộc" }).selectOption({ label: "Cụm vùng cao" });
  await figures.form("Chuyển vào…").getByRole("button", { name: "Áp dụng" }).click();
  await figures.expectNames([...SON_LA.slice(0, 7), "Thuận Châu", "Sông Mã", "Cụm vùng cao", "Bắc Yên", "Sốp Cộp", "Vân Hồ"]);
  await figures.select("Cụm vùng cao");
  await figures.tool("Bỏ nhóm").click();
  await figures.expectNames([...SON_LA.slice(0, 7), "Thuận Châu", "Sông Mã", "Bắc Yên", "Sốp Cộp", "Vân Hồ"]);
  expect(people(await figures.cell("Toàn tỉnh", "labour-force").innerText())).toBe(before);
  for (let step = 0; step < 5; step += 1) await plan.undo();
  await figures.expectNames(SON_LA);
});

test("removing a unit says what went with it, and one undo brings all of it back", async ({ plan, page }) => {
  const figures = await new Figures(plan).open();
  await figures.select("Mộc Châu");
  await figures.add("Đông Sang\nMường Sang", "Mộc Châu");
  const before = await figures.cell("Mộc Châu", "labour-force").innerText();
  await figures.select("Mộc Châu");
  await figures.tool("Xóa").click();
  await figures.expectNames(["TP Sơn La", ...SON_LA.slice(2)]);
  await expect(figures.said).toContainText("Xóa Mộc Châu và 2 đơn vị bên dưới");
  await expect(figures.cell("Mai Sơn", "unit")).toBeFocused();
  await plan.undo();
  await figures.expectNames(["TP Sơn La", "Mộc Châu", "Đông Sang", "Mường Sang", ...SON_LA.slice(2)]);
  await expect(figures.cell("Mộc Châu", "labour-force")).toHaveText(before);
  await expect(page.locator(".notice")).toHaveCount(0);
});

test("the tools are one tab stop, and arrows go from one to the next", async ({ plan, page }) => {
  const figures = await new Figures(plan).open();
  await figures.select("Mộc Châu");
  await page.keyboard.press("Shift+Tab");
  await expect(figures.tool("Thêm đơn vị")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(figures.tool("Đổi tên")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Mộc Châu, Đơn vị" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Tab");
  await expect(figures.tool("Đổi tên")).toBeFocused();
  await page.keyboard.press("End");
  await expect(figures.tool("Nguồn của cột…")).toBeFocused();
});

/** Presses Tab, or Shift+Tab, until something has the focus. */
async function tabTo(plan: Plan, place: Locator, key = "Tab"): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await place.evaluate((place) => place === document.activeElement)) return;
    await plan.page.keyboard.press(key);
  }
  await expect(place, "Tab leads there").toBeFocused();
}

test("a plan begins with nothing and ends balanced, by keyboard alone", async ({ plan, page }) => {
  const figures = new Figures(plan);
  await tabTo(plan, page.getByRole("button", { name: "Phương án mới" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: /^Tên đơn vị/ })).toBeFocused();
  await expect(page.getByRole("region", { name: "Chưa có đơn vị nào." })).toContainText("Cần các cột: tên đơn vị; BHXH tự nguyện năm");
  await tabTo(plan, page.getByRole("textbox", { name: "Tên tỉnh" }), "Shift+Tab");
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("Lạng Sơn");
  await page.keyboard.press("Tab");
  await page.keyboard.insertText("Cao Lộc\nChi Lăng");
  await page.keyboard.press("Control+Enter");
  await expect(figures.cell("Cao Lộc", "unit")).toBeFocused();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowRight");
  await expect(figures.cell("Cao Lộc", "result-tn")).toBeFocused();
  for (const key of ["1", "0", "0", "Enter", "3", "0", "0", "Enter"]) await page.keyboard.press(key);
  await expect(figures.cell("Toàn tỉnh", "result-tn")).toHaveText("400");
  await tabTo(plan, page.getByRole("link", { name: "Giao chỉ tiêu" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  // No number yet: the field is empty and says so, and the sentence says what is missing.
  await expect(plan.field()).toHaveValue("");
  await expect(plan.field()).toHaveAttribute("placeholder", "chưa có");
  await expect(page.locator(".verdict")).toHaveText("Chưa khớp: chưa có mục tiêu.");
  await expect(plan.targetStrip).not.toContainText("Đang giữ");
  await tabTo(plan, plan.field());
  await page.keyboard.type("440");
  await page.keyboard.press("Enter");
  await plan.expectGiven([110, 330]);
  await expect(page.locator(".context__place")).toHaveText("Lạng Sơn · 2 huyện, thành phố");
  await plan.saved();
  await plan.reload();
  await plan.expectGiven([110, 330]);
});

test("an empty scenario can be left for the example again, and leaves nothing behind", async ({ plan, page }) => {
  await page.getByRole("button", { name: "Phương án mới" }).click();
  const beginning = page.getByRole("region", { name: "Chưa có đơn vị nào." });
  await beginning.getByRole("button", { name: "Dán từ Excel" }).click();
  await expect(page.getByRole("textbox", { name: /^Tên đơn vị/ })).toBeFocused();
  await expect(beginning.getByRole("status")).toContainText("Ctrl+V");
  await page.getByRole("link", { name: "Giao chỉ tiêu" }).click();
  await expect(beginning, "it waits in both lenses").toBeVisible();
  await beginning.getByRole("button", { name: "Dùng ví dụ" }).click();
  await expect(beginning).toBeHidden();
  expect(await plan.scenarioName()).toContain("Sơn La");
  expect(await plan.keys("bao-phu/scenario/")).toEqual([]);
});

test("another indicator and year is planned, and given up again; the last one stays", async ({ plan, page }) => {
  const menu = page.getByText("Thêm, bỏ chỉ tiêu", { exact: true });
  await menu.click();
  const box = page.locator(".slots");
  await expect(box.getByRole("button", { name: /^Bỏ / })).toHaveAttribute("aria-disabled", "true");
  await box.getByRole("combobox", { name: "Chỉ tiêu" }).selectOption({ label: "Bảo hiểm y tế (BHYT)" });
  await box.getByRole("combobox", { name: "Năm" }).selectOption({ label: "2024" });
  await box.getByRole("button", { name: "Thêm chỉ tiêu" }).click();
  await expect(page.locator(".verdict")).toHaveText("Chưa khớp: chưa có mục tiêu.");
  await expect(box.getByRole("button", { name: /^Bỏ / })).toHaveCount(2);
  await box.getByRole("button", { name: "Bỏ Bảo hiểm y tế (BHYT) 2024" }).click();
  await expect(box.getByRole("button", { name: /^Bỏ / })).toHaveCount(1);
  await plan.expectTotal(35_002);
});

test("a phone says where units and columns are changed, and figures stand under their headings", async ({ plan, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("link", { name: "Số liệu", exact: true }).click();
  await expect(page.getByText("Thêm, xóa, xếp lại đơn vị và cột trên máy tính.")).toBeVisible();
  const figures = new Figures(plan);
  await expect(figures.tools).toBeHidden();
  const heading = (await figures.table.getByRole("columnheader", { name: "LLLĐ" }).boundingBox())!;
  const figure = (await figures.cell("Sốp Cộp", "labour-force").boundingBox())!;
  expect([figure.x, figure.width]).toEqual([heading.x, heading.width]);
  expect(figure.height).toBeGreaterThanOrEqual(44);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
