// Pasting from a spreadsheet: by the names of units, cell by cell, and what is said of it.
import { expect, OPENING, SON_LA, sum, test, type Plan } from "./page";

/** Last year's column as a spreadsheet has it: a heading, names without marks, a total. */
function block(change: (rows: string[][]) => void = () => {}): string {
  const figures = [4039, 3763, 4215, 1544, 2688, 1779, 1938, 1136, 2993, 2568, 1072, 768];
  const plain = (name: string) => name.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("đ", "d").replaceAll("Đ", "D");
  const rows = [
    ["Don vi", "BHXH TN 2022"],
    ...SON_LA.map((name, place) => [plain(name), (figures[place]! + 100).toLocaleString("vi-VN")]),
    ["Tong cong", (sum(figures) + 1200).toLocaleString("vi-VN")],
  ];
  change(rows);
  return rows.map((row) => row.join("\t")).join("\r\n");
}

async function pasteAt(plan: Plan, text: string, html = ""): Promise<void> {
  await plan.page.locator("td[data-active]").evaluate(
    (cell, [text, html]) => {
      const data = new DataTransfer();
      data.setData("text/plain", text!);
      if (html) data.setData("text/html", html);
      cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [text, html],
  );
}

const result = (plan: Plan) => plan.page.locator(".paste__result");

test.beforeEach(async ({ plan }) => {
  await plan.page.getByRole("link", { name: "Số liệu", exact: true }).click();
  await plan.row("TP Sơn La").locator('[data-column="result-tn"]').click();
});

const last = async (plan: Plan): Promise<(number | null)[]> =>
  (await plan.table.locator('tbody [data-column="result-tn"]').allInnerTexts()).map((text) => Number(text.replaceAll(".", "")));

test("a block with names and a total lands by name, the total is a check, and one undo removes it", async ({ plan }) => {
  const before = await last(plan);
  await pasteAt(plan, block());
  const apply = plan.page.getByRole("button", { name: "Dán", exact: true });
  await expect(apply, "shown before it is applied, one key away").toBeFocused();
  await plan.page.keyboard.press("Enter");
  await expect(result(plan)).toContainText("Đã dán 12 dòng × 1 cột; khớp dòng Tổng cộng");
  expect(await last(plan)).toEqual(before.map((figure) => figure! + 100));
  await plan.undo();
  expect(await last(plan)).toEqual(before);
});

test("a wrong total is said with its difference", async ({ plan }) => {
  await pasteAt(plan, block((rows) => (rows.at(-1)![1] = "29.700")));
  await expect(plan.page.locator(".paste__box")).toContainText("29.700");
  await expect(plan.page.locator(".paste__box")).toContainText("29.703");
});

test("a row that matches no unit is asked about, never guessed", async ({ plan }) => {
  await pasteAt(plan, block((rows) => (rows[4]![0] = "Quynh Nai")));
  const row = plan.page.getByRole("combobox", { name: /Quynh Nai/ });
  await expect(row).toBeVisible();
  await expect(row.locator("option").nth(1)).toHaveText("Quỳnh Nhai");
  await row.selectOption({ label: "Quỳnh Nhai" });
  await plan.page.getByRole("button", { name: "Dán", exact: true }).click();
  await expect(result(plan)).toContainText("Đã dán 12 dòng");
});

test("numbers alone go in cell by cell at once, and an error value of the spreadsheet stays out", async ({ plan }) => {
  await pasteAt(plan, "5000\n5.100\n#REF!\n5 300");
  await expect(result(plan)).toContainText("3");
  expect((await last(plan)).slice(0, 4)).toEqual([5000, 5100, 4215, 5300]);
  await plan.undo();
  expect((await last(plan))[0]).toBe(4039);
});

test("a block larger than the table asks first", async ({ plan }) => {
  await plan.row("Sốp Cộp").locator('[data-column="result-tn"]').click();
  await pasteAt(plan, "1\n2\n3\n4");
  await expect(plan.page.getByRole("button", { name: "Chỉ dán phần vừa bảng" })).toBeVisible();
  await plan.page.getByRole("button", { name: "Không dán" }).click();
  expect((await last(plan))[11]).toBe(768);
});

test("one value fills the selected cells; locked cells of the plan are left alone and counted", async ({ plan }) => {
  await plan.page.getByRole("link", { name: "Giao chỉ tiêu", exact: true }).click();
  await plan.lock("Mộc Châu", "4000");
  await plan.cell("TP Sơn La").click();
  await plan.page.keyboard.press("Shift+ArrowDown");
  await plan.page.keyboard.press("Shift+ArrowDown");
  await pasteAt(plan, "4.500");
  await expect.poll(() => plan.given("Mai Sơn")).toBe(4500);
  expect(await plan.given("TP Sơn La")).toBe(4500);
  expect(await plan.given("Mộc Châu")).toBe(4000);
  await expect(result(plan)).toContainText("khóa");
  await plan.undo();
  expect(await plan.given("TP Sơn La")).toBe(OPENING[0]);
});

test("nothing on the clipboard is said, and nothing changes", async ({ plan }) => {
  await pasteAt(plan, "");
  await expect(result(plan)).toContainText("Không có gì để dán");
});
