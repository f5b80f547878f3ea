// The table is a grid one can live in: nothing jumps when the plan changes, and every key does its work.
import { expect, OPENING, SON_LA, test, type Column, type Plan } from "./page";

async function selected(plan: Plan): Promise<string> {
  return plan.table.evaluate((table) => table.querySelector('[aria-selected="true"]')!.id);
}

async function idOf(plan: Plan, unit: string, column: Column = "given"): Promise<string> {
  return (await plan.cell(unit, column).getAttribute("id"))!;
}

test("a change of the target keeps the rows, the focus, the selection and the scroll position", async ({ plan, page }) => {
  await page.setViewportSize({ width: 1440, height: 500 });
  await plan.cell("Sốp Cộp").click();
  await plan.table.evaluate((table) => {
    for (const [place, part] of [...table.querySelectorAll("tr, td")].entries()) Object.assign(part, { mark: place });
  });
  const marks = () => plan.table.evaluate((table) =>
    [...table.querySelectorAll("tr, td")].map((part) => (part as unknown as { mark?: number }).mark));
  const before = { marks: await marks(), selected: await selected(plan), scroll: await page.evaluate(() => scrollY) };
  expect(before.scroll, "the page is scrolled").toBeGreaterThan(0);
  // From where the reader is, without moving the focus: an edit, undo and redo.
  await page.keyboard.type("1400");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Shift+L");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+y");
  await page.keyboard.press("Control+z");
  await expect(plan.cell("Sốp Cộp")).toBeFocused();
  expect(await marks()).toEqual(before.marks);
  expect(await page.evaluate(() => scrollY)).toBe(before.scroll);
  // And from the target field, typed without scrolling there.
  await page.evaluate(() => {
    const field = document.getElementById("target-people") as HTMLInputElement;
    field.focus({ preventScroll: true });
    field.select();
  });
  for (const key of "36500") await page.keyboard.press(key);
  await plan.expectTotal(36_500);
  await expect(plan.field()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(plan.field()).toBeFocused();
  expect(await marks()).toEqual(before.marks);
  expect(await selected(plan)).toBe(before.selected);
  expect(await page.evaluate(() => scrollY)).toBe(before.scroll);
});

test("switching the method or the language keeps the rows too", async ({ plan }) => {
  await plan.table.evaluate((table) => {
    for (const [place, part] of [...table.querySelectorAll("tbody tr")].entries()) Object.assign(part, { mark: place });
  });
  await plan.chooseMethod("labourForce");
  await plan.switchTo("en");
  const marks = await plan.table.evaluate((table) =>
    [...table.querySelectorAll("tbody tr")].map((part) => (part as unknown as { mark?: number }).mark));
  expect(marks).toEqual(SON_LA.map((_, place) => place));
});

test("columns keep their width from 9.999 to 10.000", async ({ plan }) => {
  const widths = () => plan.table.evaluate((table) => [...table.querySelectorAll("th")].map((cell) => cell.getBoundingClientRect().width));
  await plan.setTarget("60.000");
  await plan.lock("Thuận Châu", "9999");
  const before = await widths();
  await plan.lock("Thuận Châu", "10000");
  await expect.poll(() => plan.given("Thuận Châu")).toBe(10_000);
  expect(await widths()).toEqual(before);
});

test("arrows, Home, End, PgUp, PgDn and their Ctrl forms go where a spreadsheet goes", async ({ plan, page }) => {
  await plan.cell("Mai Sơn").click();
  for (const [key, unit, column] of [
    ["ArrowDown", "Quỳnh Nhai", "given"],
    ["ArrowUp", "Mai Sơn", "given"],
    ["ArrowLeft", "Mai Sơn", "last"],
    ["ArrowRight", "Mai Sơn", "given"],
    ["Home", "Mai Sơn", "unit"],
    ["ArrowLeft", "Mai Sơn", "unit"],
    ["End", "Mai Sơn", "difficulty"],
    ["ArrowRight", "Mai Sơn", "difficulty"],
    ["Control+Home", "TP Sơn La", "unit"],
    ["ArrowUp", "TP Sơn La", "unit"],
    ["PageDown", "Bắc Yên", "unit"],
    ["PageUp", "TP Sơn La", "unit"],
    ["Control+ArrowRight", "TP Sơn La", "difficulty"],
    ["Control+ArrowDown", "Toàn tỉnh", "difficulty"],
    ["ArrowDown", "Toàn tỉnh", "difficulty"],
    ["Control+ArrowLeft", "Toàn tỉnh", "unit"],
    ["Control+ArrowUp", "TP Sơn La", "unit"],
    ["Control+End", "Toàn tỉnh", "difficulty"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(plan.cell(unit, column), key).toBeFocused();
    expect(await selected(plan), key).toBe(await idOf(plan, unit, column));
  }
});

test("the grid is one tab stop, and Tab leaves it in one press either way", async ({ plan, page }) => {
  await expect(plan.table.locator('[tabindex="0"]')).toHaveCount(1);
  await plan.cell("Mai Sơn").click();
  await page.keyboard.press("Tab");
  const outside = () => page.evaluate(() => !document.activeElement!.closest('[role="grid"]'));
  expect(await outside()).toBe(true);
  await page.keyboard.press("Shift+Tab");
  await expect(plan.cell("Mai Sơn")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  expect(await outside()).toBe(true);
  await page.keyboard.press("Tab");
  await expect(plan.cell("Mai Sơn")).toBeFocused();
  await expect(plan.table.locator('[tabindex="0"]')).toHaveCount(1);
});

test("Enter, F2, a double click and typing edit; Enter, Tab and Escape end it", async ({ plan, page }) => {
  await plan.cell("Mai Sơn").click();
  for (const open of ["Enter", "F2"]) {
    await page.keyboard.press(open);
    await expect(plan.editor).toBeFocused();
    await expect(plan.editor).toHaveValue("4.271");
    await page.keyboard.press("Escape");
    await expect(plan.editor).toHaveCount(0);
    await expect(plan.cell("Mai Sơn")).toBeFocused();
  }
  await plan.cell("Mai Sơn").dblclick();
  await expect(plan.editor).toBeFocused();
  await page.keyboard.press("Escape");
  await plan.expectGiven(OPENING);
  await page.keyboard.type("4400");
  await expect(plan.editor).toHaveValue("4400");
  await page.keyboard.press("Enter");
  await expect(plan.cell("Quỳnh Nhai")).toBeFocused();
  expect(await plan.given("Mai Sơn")).toBe(4400);
  await page.keyboard.type("1800");
  await page.keyboard.press("Tab");
  await expect(plan.cell("Quỳnh Nhai", "change")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("1900");
  await page.keyboard.press("Shift+Tab");
  await expect(plan.cell("Quỳnh Nhai", "last")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("1950");
  await page.keyboard.press("Shift+Enter");
  await expect(plan.cell("Mai Sơn")).toBeFocused();
  expect(await plan.given("Quỳnh Nhai")).toBe(1950);
});

test("opening a cell and leaving it as it was changes nothing", async ({ plan, page }) => {
  await plan.cell("Mai Sơn").click();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(plan.cell("Quỳnh Nhai")).toBeFocused();
  await expect(plan.cell("Mai Sơn")).not.toContainText("khóa");
  await expect(plan.undoButton).toHaveAttribute("aria-disabled", "true");
});

test("a sign or a mark before the number reaches the field: what is typed is what is read", async ({ plan, page }) => {
  for (const typed of ["+300", "-5", "~300", ">=300"]) {
    await plan.cell("Mai Sơn").click();
    await page.keyboard.type(typed);
    await expect(plan.editor).toHaveValue(typed);
    await page.keyboard.press("Enter");
    await plan.expectRefused(plan.editor, /Đang giữ 4\.271|Nhập ví dụ 4\.500/);
    await expect(plan.editor).toHaveValue(typed);
    await page.keyboard.press("Escape");
    await plan.expectGiven(OPENING);
    await expect(plan.undoButton).toHaveAttribute("aria-disabled", "true");
  }
});

test("letters alone do nothing", async ({ plan, page }) => {
  await plan.cell("Mai Sơn").click();
  for (const key of "aklz") await page.keyboard.press(key);
  await expect(plan.editor).toHaveCount(0);
  await plan.expectGiven(OPENING);
});

test("keys of a Vietnamese input method that is composing are left alone", async ({ plan, page }) => {
  await plan.cell("Mai Sơn").click();
  await plan.cell("Mai Sơn").evaluate((cell) => {
    for (const init of [
      { key: "4", isComposing: true }, { key: "Enter", isComposing: true }, { key: "Delete", isComposing: true },
      { key: "ArrowDown", isComposing: true }, { key: "Process", keyCode: 229 }, { key: "Enter", keyCode: 229 }, { key: "5", keyCode: 229 },
    ]) cell.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true }));
  });
  await expect(plan.editor).toHaveCount(0);
  await expect(plan.cell("Mai Sơn")).toBeFocused();
  await page.keyboard.type("4400");
  await plan.editor.evaluate((field) => {
    for (const init of [{ key: "Enter", isComposing: true }, { key: "Escape", keyCode: 229 }, { key: "Tab", isComposing: true }]) {
      field.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true }));
    }
  });
  await expect(plan.editor).toHaveValue("4400");
  await page.keyboard.press("Escape");
  // The same in the target field and with the keys of undo.
  await plan.lock("Mai Sơn", "4400");
  await plan.field().fill("36500");
  await plan.field().evaluate((field) => {
    for (const init of [{ key: "Enter", isComposing: true }, { key: "Escape", isComposing: true }, { key: "Escape", keyCode: 229 }, { key: "z", ctrlKey: true, isComposing: true }]) {
      field.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true }));
    }
  });
  await expect(plan.field()).toHaveValue("36500");
  await plan.expectTotal(36_500);
  expect(await plan.given("Mai Sơn")).toBe(4400);
});

test("Alt+Enter leads to the reason and back", async ({ plan, page }) => {
  await plan.cell("Mai Sơn").click();
  await page.keyboard.press("Alt+Enter");
  await expect(plan.inspector).toBeFocused();
  await page.keyboard.press("Alt+Enter");
  await expect(plan.cell("Mai Sơn")).toBeFocused();
  await page.keyboard.press("Alt+Enter");
  await page.keyboard.press("Escape");
  await expect(plan.cell("Mai Sơn")).toBeFocused();
});

test("computed columns are read-only and say so; the total leads to the target", async ({ plan, page }) => {
  await expect(plan.cell("Mai Sơn")).not.toHaveAttribute("aria-readonly", "true");
  for (const column of ["unit", "last", "change", "before", "track", "after", "difficulty"] as const) {
    await expect(plan.cell("Mai Sơn", column)).toHaveAttribute("aria-readonly", "true");
    await plan.cell("Mai Sơn", column).click();
    await page.keyboard.type("1");
    await expect(plan.editor).toHaveCount(0);
  }
  await plan.cell("Toàn tỉnh").click();
  await page.keyboard.press("Enter");
  await expect(plan.field()).toBeFocused();
});

test("the whole job by keyboard only", async ({ plan, page }) => {
  const tabTo = async (reached: () => Promise<boolean>) => {
    for (let n = 0; n < 40; n += 1) {
      if (await reached()) return;
      await page.keyboard.press("Tab");
    }
    throw new Error("not reached by Tab");
  };
  const focused = (selector: string) => () => page.evaluate((selector) => document.activeElement!.matches(selector), selector);
  await tabTo(focused("#target-people"));
  await page.keyboard.press("Control+a");
  await page.keyboard.type("36500");
  await page.keyboard.press("Enter");
  await plan.expectTotal(36_500);
  await tabTo(focused('input[type="radio"]'));
  await page.keyboard.press("ArrowDown");
  await expect(plan.method("labourForce")).toBeChecked();
  await page.keyboard.press("ArrowUp");
  await expect(plan.method("lift")).toBeChecked();
  await tabTo(focused('[role="grid"] *'));
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("4300");
  await page.keyboard.press("Enter");
  expect(await plan.given("TP Sơn La")).toBe(4300);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Alt+Enter");
  await expect(plan.inspector).toBeFocused();
  await expect(plan.inspector).toContainText("Do bạn đặt 4.300");
  await page.keyboard.press("Escape");
  for (let n = 0; n < 4; n += 1) await page.keyboard.press("Control+z");
  await plan.expectGiven(OPENING);
});

test("one gesture is read aloud once", async ({ plan, page }) => {
  const live = page.locator('[aria-live="polite"]');
  await plan.setTarget("36.500");
  await expect(live).toHaveText("Mục tiêu 36.500. Đã chia lại 12 đơn vị. Khớp.");
  await plan.undo();
  await expect(live).toHaveText(/^Đã hoàn tác: /);
});
