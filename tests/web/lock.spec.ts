// Typing in a cell fixes it; the rest is shared out again; nothing typed wrongly changes anything.
import { expect, OPENING, sum, test } from "./page";

test("typing 4300 in TP Sơn La locks it, the total stays, one Ctrl+Z restores every cell", async ({ plan }) => {
  await plan.lock("TP Sơn La", "4300");
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
  await expect(plan.cell("TP Sơn La")).toContainText("khóa");
  expect(await plan.given("Thuận Châu")).toBe(4505);
  expect(sum(await plan.allGiven())).toBe(35_002);
  await plan.expectTotal(35_002);
  await expect(plan.recon).toContainText("Khóa 4.300");
  await expect(plan.recon.getByText("Khớp", { exact: true })).toBeVisible();
  await plan.undo();
  await plan.expectGiven(OPENING);
  await expect(plan.cell("TP Sơn La")).not.toContainText("khóa");
  await plan.redo();
  await expect.poll(() => plan.given("Thuận Châu")).toBe(4505);
});

test("Delete and Backspace release; a cell without a lock stays as it is", async ({ plan }) => {
  for (const key of ["Delete", "Backspace"]) {
    await plan.lock("TP Sơn La", "4300");
    await plan.cell("TP Sơn La").click();
    await plan.page.keyboard.press(key);
    await plan.expectGiven(OPENING);
    await expect(plan.cell("TP Sơn La")).not.toContainText("khóa");
  }
  const step = await plan.undoButton.getAttribute("aria-label");
  await plan.page.keyboard.press("Delete");
  expect(await plan.undoButton.getAttribute("aria-label")).toBe(step);
});

test("Ctrl+Shift+L locks at what is shown and moves nobody; again lets go", async ({ plan }) => {
  await plan.cell("Mường La").click();
  await plan.page.keyboard.press("Control+Shift+L");
  await expect(plan.cell("Mường La")).toContainText("khóa");
  await plan.expectGiven(OPENING);
  await plan.page.keyboard.press("Control+Shift+L");
  await expect(plan.cell("Mường La")).not.toContainText("khóa");
  await plan.expectGiven(OPENING);
});

test("the inspector's button locks and unlocks too", async ({ plan }) => {
  await plan.explain("Mường La");
  await plan.inspector.getByRole("button", { name: "Khóa", exact: true }).click();
  await expect(plan.cell("Mường La")).toContainText("khóa");
  await plan.expectGiven(OPENING);
  await plan.inspector.getByRole("button", { name: "Mở khóa", exact: true }).click();
  await expect(plan.cell("Mường La")).not.toContainText("khóa");
});

test("wrong text in a cell is refused beside it and the old number stays", async ({ plan }) => {
  for (const [typed, message] of [
    ["4x", /“4x” không phải là số\..*Đang giữ 4\.039\./],
    ["1,5", /Số người phải là số nguyên, từ 0 trở lên\. Đang giữ 4\.039\./],
    [`1${"0".repeat(30)}`, /quá lớn.*Đang giữ 4\.039\./],
    ["5%", /Đang giữ 4\.039\./],
  ] as const) {
    await plan.typeInCell("TP Sơn La", typed);
    await plan.page.keyboard.press("Enter");
    await plan.expectRefused(plan.editor, message);
    await expect(plan.editor).toBeFocused();
    await expect(plan.editor).toHaveValue(typed);
    await plan.page.keyboard.press("Escape");
    await expect(plan.editor).toHaveCount(0);
    await expect(plan.cell("TP Sơn La")).toBeFocused();
    await plan.expectGiven(OPENING);
  }
  await plan.cell("TP Sơn La").dblclick();
  await plan.editor.fill("-5");
  await plan.page.keyboard.press("Enter");
  await plan.expectRefused(plan.editor, /Số người phải là số nguyên, từ 0 trở lên\. Đang giữ 4\.039\./);
  await plan.page.keyboard.press("Escape");
  await plan.expectGiven(OPENING);
  await expect(plan.undoButton).toHaveAttribute("aria-disabled", "true");
});

test("wrong text left behind by a click elsewhere is still said beside its cell", async ({ plan }) => {
  await plan.typeInCell("TP Sơn La", "4x");
  await plan.field().click();
  await plan.expectRefused(plan.editor, /“4x” không phải là số\..*Đang giữ 4\.039\./);
  await plan.editor.press("Escape");
  await plan.expectGiven(OPENING);
});

test("leaving a cell by a click keeps what was typed", async ({ plan }) => {
  await plan.typeInCell("TP Sơn La", "4300");
  await plan.cell("Sông Mã").click();
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
  await expect(plan.cell("TP Sơn La")).toContainText("khóa");
});

test("floors and ceilings in every form hold, and each is one step", async ({ plan }) => {
  for (const [side, typed, given] of [
    ["floor", "5.000", 5000],
    ["floor", "6%", 5968],
    ["floor", "+60%", 4789],
    ["floor", "+2.000", 4993],
    ["ceiling", "3.500", 3500],
    ["ceiling", "4%", 3978],
    ["ceiling", "+10%", 3292],
    ["ceiling", "+300", 3293],
  ] as const) {
    await plan.setLimit("Thuận Châu", side, typed);
    await expect.poll(() => plan.given("Thuận Châu"), `${side} ${typed}`).toBe(given);
    expect(sum(await plan.allGiven())).toBe(35_002);
    await expect(plan.limit(side)).toHaveValue(typed);
    await plan.setLimit("Thuận Châu", side, "");
    await plan.expectGiven(OPENING);
  }
  await plan.setLimit("Thuận Châu", "ceiling", "3.500");
  await plan.cell("Thuận Châu").click();
  await plan.undo();
  await plan.expectGiven(OPENING);
  await expect(plan.limit("ceiling")).toHaveValue("");
});

test("wrong limits are refused beside their field", async ({ plan }) => {
  await plan.setLimit("Thuận Châu", "floor", "4.700");
  for (const [typed, message] of [
    ["abc", /“abc” không phải là số\..*Đang giữ 4\.700\./],
    ["1,5", /số nguyên.*Đang giữ 4\.700\./],
    ["37–38%", /Ô này nhận một số duy nhất/],
  ] as const) {
    await plan.limit("floor").fill(typed);
    await plan.limit("floor").press("Enter");
    await plan.expectRefused(plan.limit("floor"), message);
    await plan.limit("floor").press("Escape");
    await expect(plan.limit("floor")).toHaveValue("4.700");
  }
  expect(await plan.given("Thuận Châu")).toBe(4700);
});

test("a floor above its ceiling is said with the unit's name, and the plan stays whole", async ({ plan }) => {
  await plan.setLimit("Thuận Châu", "floor", "5.000");
  await plan.setLimit("Thuận Châu", "ceiling", "4.000");
  await expect(plan.problems).toContainText("Thuận Châu: sàn 5.000 cao hơn trần 4.000. Sửa một trong hai.");
  await plan.cell("Thuận Châu").click();
  await plan.undo();
  await expect(plan.problems).toBeHidden();
  expect(await plan.given("Thuận Châu")).toBe(5000);
});

test("a lock above all people is named, never hidden", async ({ plan }) => {
  await plan.setTarget("90.000");
  await plan.lock("Sốp Cộp", "29.500");
  await expect(plan.page.getByText(/Sốp Cộp: 100,\d+% vượt 100% LLLĐ\. Mở khóa hoặc kiểm tra LLLĐ\./)).toBeVisible();
  expect(sum(await plan.allGiven())).toBe(90_000);
});

test("a unit left out gets nothing, the others its share, and it is said", async ({ plan }) => {
  await plan.explain("Vân Hồ");
  await plan.leftOut().check();
  await expect.poll(() => plan.given("Vân Hồ")).toBeNull();
  await expect(plan.cell("Vân Hồ")).toContainText("Không giao");
  expect(sum(await plan.allGiven())).toBe(35_002);
  await expect(plan.page.getByText("1 đơn vị không giao theo lựa chọn.")).toBeVisible();
  await plan.leftOut().uncheck();
  await plan.expectGiven(OPENING);
});
