// The five acts planners do most, by keyboard alone from a fresh profile, with the keys they take counted. A key is
// one press; text typed counts by its characters. In brackets: the same act in a spreadsheet that holds the sheet.
import { expect, test, type Plan } from "./page";

class Keys {
  count = 0;

  constructor(readonly plan: Plan) {}

  async press(key: string): Promise<void> {
    this.count += 1;
    await this.plan.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    this.count += text.length;
    await this.plan.page.keyboard.type(text);
  }

  /** Tab until the focus is where it should be. */
  async tabTo(isThere: () => Promise<boolean>): Promise<void> {
    for (let n = 0; n < 60 && !(await isThere()); n += 1) await this.press("Tab");
    expect(await isThere(), "reached by Tab").toBe(true);
  }
}

const inTable = (plan: Plan) => () => plan.page.evaluate(() => !!document.activeElement?.closest("#plan-table"));

/** The skip link leads to the table: two keys from the top of the page. */
async function toTable(keys: Keys): Promise<void> {
  await keys.press("Tab");
  await keys.press("Enter");
  await keys.tabTo(inTable(keys.plan));
}

test("fix one unit: its cell, the number, Enter (as in a spreadsheet, which then needs every other cell mended)", async ({
  plan,
}) => {
  const keys = new Keys(plan);
  await toTable(keys);
  const there = keys.count;
  await keys.press("ArrowUp");
  await keys.type("1700");
  await keys.press("Enter");
  expect(keys.count - there).toBe(6);
  await expect.poll(() => plan.given("Vân Hồ")).toBe(1700);
  await plan.expectTotal(35_002);
});

test("change the target: End of the table, Enter, the number (a spreadsheet: the same, and then all shares anew)", async ({
  plan,
}) => {
  const keys = new Keys(plan);
  await toTable(keys);
  const there = keys.count;
  await keys.press("Control+ArrowDown");
  await keys.press("Enter");
  await keys.type("36500");
  expect(keys.count - there).toBe(7);
  await expect(plan.field()).toHaveValue("36500");
  await plan.expectTotal(36_500);
});

test("find why: the cell is explained when it is reached; two keys lead into the reason and back", async ({ plan }) => {
  const keys = new Keys(plan);
  await toTable(keys);
  const there = keys.count;
  await keys.press("ArrowDown");
  await expect(plan.inspector.getByRole("heading").first()).toContainText("Sông Mã");
  await keys.press("Alt+Enter");
  await expect(plan.inspector).toBeFocused();
  await keys.press("Alt+Enter");
  expect(keys.count - there).toBe(3);
  await expect(plan.cell("Sông Mã")).toBeFocused();
});

test("change the method: the choice is one Tab stop, an arrow changes it (a spreadsheet: a new formula in every row)", async ({
  plan,
}) => {
  const keys = new Keys(plan);
  await plan.field().focus();
  const onMethod = () => plan.page.evaluate(() => document.activeElement?.getAttribute("name") === "method");
  await keys.tabTo(onMethod);
  const there = keys.count;
  expect(there, "from the target").toBeLessThanOrEqual(10);
  await keys.press("ArrowRight");
  expect(keys.count - there).toBe(1);
  await expect(plan.method("labourForce")).toBeChecked();
});

test("paste last year's column: its first cell, Ctrl+V, nothing else (as in a spreadsheet)", async ({ plan }) => {
  await plan.page.getByRole("link", { name: "Số liệu", exact: true }).click();
  await plan.row("TP Sơn La").locator('[data-column="result-tn"]').click();
  const figures = Array.from({ length: 12 }, (_, place) => 1_000 + place);
  await plan.page.locator("td[data-active]").evaluate((cell, text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, figures.join("\n"));
  await expect(plan.row("Sốp Cộp").locator('[data-column="result-tn"]')).toHaveText("1.011");
  await expect(plan.page.locator(".paste__box")).toHaveCount(0);
});
