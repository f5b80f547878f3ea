// Blocks of cells: selected by Shift or dragging, changed and copied in one step.
import { expect, OPENING, SON_LA, test, type Plan } from "./page";

/** How many cells are selected, in how many rows. */
async function selected(plan: Plan): Promise<{ cells: number; rows: number }> {
  return plan.table.evaluate((table) => {
    const cells = [...table.querySelectorAll('td[aria-selected="true"]')];
    return { cells: cells.length, rows: new Set(cells.map((cell) => cell.parentElement)).size };
  });
}

test("Shift with arrows selects a block; Ctrl+Shift+L locks all of it in one step", async ({ plan }) => {
  await plan.cell("Mai Sơn").click();
  await plan.page.keyboard.press("Shift+ArrowDown");
  await plan.page.keyboard.press("Shift+ArrowDown");
  expect(await selected(plan)).toEqual({ cells: 3, rows: 3 });
  await plan.page.keyboard.press("Control+Shift+L");
  for (const unit of ["Mai Sơn", "Quỳnh Nhai", "Phù Yên"]) {
    await expect(plan.cell(unit)).toHaveAttribute("data-locked", "");
  }
  await plan.expectGiven(OPENING);
  await expect(plan.undoButton).toHaveAccessibleName(/Khóa 3 ô/);
  await plan.undo();
  await expect(plan.table.locator("[data-locked]")).toHaveCount(0);
});

test("Ctrl+A, Shift+Space and Ctrl+Space select all, the row and the column", async ({ plan }) => {
  await plan.cell("Mai Sơn").click();
  await plan.page.keyboard.press("Shift+Space");
  expect(await selected(plan)).toEqual({ cells: 8, rows: 1 });
  await plan.page.keyboard.press("Escape");
  expect(await selected(plan)).toEqual({ cells: 1, rows: 1 });
  await plan.cell("Mai Sơn").click();
  await plan.page.keyboard.press("Control+Space");
  expect(await selected(plan)).toEqual({ cells: 12, rows: 12 });
  await plan.page.keyboard.press("Control+a");
  expect(await selected(plan)).toEqual({ cells: 8 * 13, rows: 13 });
});

test("dragging selects, Shift+click makes the block reach to the cell", async ({ plan }) => {
  await plan.cell("Mộc Châu").hover();
  await plan.page.mouse.down();
  await plan.cell("Yên Châu").hover();
  await plan.page.mouse.up();
  expect(await selected(plan)).toEqual({ cells: 5, rows: 5 });
  await plan.cell("Vân Hồ").click();
  expect(await selected(plan)).toEqual({ cells: 1, rows: 1 });
  await plan.cell("Sốp Cộp").click({ modifiers: ["Shift"] });
  expect(await selected(plan)).toEqual({ cells: 5, rows: 5 });
});

test("Ctrl+D fills down, Delete takes all locks of the block away; each is one step back", async ({ plan }) => {
  await plan.lock("Quỳnh Nhai", "2000");
  await plan.cell("Quỳnh Nhai").click();
  await plan.page.keyboard.press("Shift+ArrowDown");
  await plan.page.keyboard.press("Shift+ArrowDown");
  await plan.page.keyboard.press("Control+d");
  for (const unit of ["Quỳnh Nhai", "Phù Yên", "Yên Châu"]) await expect.poll(() => plan.given(unit)).toBe(2000);
  await plan.undo();
  await expect.poll(() => plan.given("Quỳnh Nhai")).toBe(2000);
  await expect(plan.table.locator("td[data-locked]")).toHaveCount(1);
  await plan.redo();
  await expect(plan.table.locator("td[data-locked]")).toHaveCount(3);
  await plan.page.keyboard.press("Delete");
  await expect(plan.table.locator("td[data-locked]")).toHaveCount(0);
  await plan.expectGiven(OPENING);
});

test("an edit keeps the same rows, the focus and the scroll", async ({ plan }) => {
  await plan.page.evaluate(() => {
    const rows = [...document.querySelectorAll("#plan-table tbody tr")];
    Object.assign(window, { rows });
  });
  await plan.lock("TP Sơn La", "4300");
  await plan.setTarget("36000");
  const same = await plan.page.evaluate(() => {
    const before = (window as unknown as { rows: Element[] }).rows;
    const now = [...document.querySelectorAll("#plan-table tbody tr")];
    return now.length === before.length && now.every((row, place) => row === before[place]);
  });
  expect(same).toBe(true);
});

test("what is copied is digits a spreadsheet takes as numbers", async ({ plan }) => {
  await plan.cell("TP Sơn La", "unit").click();
  await plan.cell("Mai Sơn", "given").click({ modifiers: ["Shift"] });
  const copied = await plan.table.evaluate((table) => {
    const data = new DataTransfer();
    const event = new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true });
    table.querySelector("td[data-active]")!.dispatchEvent(event);
    return data.getData("text/plain");
  });
  const lines = copied.trimEnd().split("\r\n").map((line) => line.split("\t"));
  expect(lines).toEqual([
    [SON_LA[0], "4039", "4039"],
    [SON_LA[1], "3763", "3763"],
    [SON_LA[2], "4215", "4271"],
  ]);
});
