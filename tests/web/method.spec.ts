// The method, the rounding and the switch: each moves the plan at once, and what cannot be chosen says why.
import { expect, OPENING, sum, test } from "./page";

test("every method whose figures are there splits exactly, in one step", async ({ plan }) => {
  for (const method of ["last", "labourForce", "gap", "equal", "lift"] as const) {
    await plan.chooseMethod(method);
    await expect(plan.method(method)).toBeChecked();
    await expect.poll(async () => sum(await plan.allGiven())).toBe(35_002);
    await expect(plan.recon.getByText("Khớp", { exact: true })).toBeVisible();
  }
  await plan.expectGiven(OPENING);
  for (let step = 0; step < 4; step += 1) await plan.undo();
  await expect(plan.method("last")).toBeChecked();
  await plan.undo();
  await expect(plan.method("lift")).toBeChecked();
});

for (const [method, lacks] of [["population", "dân số"], ["liable", "số thuộc diện"]] as const) {
  test(`the method by ${method} is listed with what it lacks; choosing it changes nothing`, async ({ plan, page }) => {
    await plan.chooseMethod("last");
    const before = await plan.allGiven();
    await expect(plan.method(method)).toBeVisible();
    await expect(page.getByText(`thiếu ${lacks}`)).toBeVisible();
    await plan.method(method).click();
    const group = page.getByRole("group", { name: "Cách chia" });
    const id = await group.getAttribute("aria-describedby");
    await expect(page.locator(`#${id}`)).toHaveText(
      `Cách chia này cần ${lacks}; 12 đơn vị chưa có số. Nhập số hoặc chọn cách khác.`,
    );
    await expect(plan.method("last")).toBeChecked();
    await expect(plan.method(method)).not.toBeChecked();
    expect(await plan.allGiven()).toEqual(before);
    // The same again: it is still refused, and said.
    await plan.method(method).click();
    await expect(plan.method("last")).toBeChecked();
    await plan.undo();
    await expect(plan.method("lift")).toBeChecked();
    await expect(page.locator(`#${id}`)).toBeEmpty();
  });
}

test("a method refused to the arrow keys leaves the one in force checked, and the arrows go on past it", async ({ plan, page }) => {
  await plan.chooseMethod("labourForce");
  await plan.method("labourForce").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByText("Cách chia này cần dân số")).toBeVisible();
  await expect(plan.method("labourForce")).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await expect(plan.method("gap")).toBeChecked();
  await expect(page.getByText("Cách chia này cần dân số")).toBeHidden();
});

test("rounding is a choice and a step", async ({ plan }) => {
  await plan.chooseRounding("remainder");
  await expect.poll(() => plan.given("Quỳnh Nhai")).toBe(1718);
  await plan.undo();
  await plan.expectGiven(OPENING);
  await expect(plan.rounding).toHaveValue("level");
  await plan.redo();
  await expect.poll(() => plan.given("Quỳnh Nhai")).toBe(1718);
});

test("a target below last year: refused gaps are named while no unit may fall, one rate for all once they may", async ({ plan }) => {
  await plan.chooseMethod("labourForce");
  await plan.setTarget("27.001");
  await expect(plan.problems).toContainText("Tổng sàn 28.503 lớn hơn mục tiêu 27.001: vượt 1.502 người.");
  expect(await plan.allGiven()).toEqual([4039, 3763, 4215, 1544, 2688, 1779, 1938, 1136, 2993, 2568, 1072, 768]);
  await plan.noUnitBelowLast.uncheck();
  await expect(plan.recon.getByText("Khớp", { exact: true })).toBeVisible();
  expect(sum(await plan.allGiven())).toBe(27_001);
  await expect(plan.remarks).toContainText("Mục tiêu thấp hơn kết quả năm trước: phần giảm chia đều theo tỷ lệ.");
  for (const unit of await plan.units()) {
    const [last, given] = [Number((await plan.cell(unit, "last").innerText()).replace(".", "")), await plan.given(unit)];
    expect(Math.abs((given! - (last * 27_001) / 28_503)), unit).toBeLessThan(1);
  }
});

test("without the switch a unit above the level falls", async ({ plan }) => {
  await plan.noUnitBelowLast.uncheck();
  await expect.poll(() => plan.given("TP Sơn La")).toBeLessThan(4039);
  expect(sum(await plan.allGiven())).toBe(35_002);
  await plan.undo();
  await expect(plan.noUnitBelowLast).toBeChecked();
  await plan.expectGiven(OPENING);
});
