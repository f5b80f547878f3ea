// The list of steps lies beside the page, leads to any of them, and loses no way that was left.
import { expect, OPENING, test } from "./page";
import { Drawer } from "./drawers";

test("the steps are listed newest first with their time, and the present one is marked", async ({ plan }) => {
  await plan.page.clock.setFixedTime("2026-03-22T14:02:30+07:00");
  await plan.setTarget("36500");
  await plan.lock("TP Sơn La", "4300");
  const history = new Drawer(plan.page, "history");
  await history.open();
  await expect(history.heading).toBeFocused();
  await expect(history.steps).toHaveText([
    /^Khóa TP Sơn La 4\.300\s*đang ở đây\s*14:02$/,
    /^Đặt mục tiêu 36\.500\s*14:02$/,
    /^Lúc bắt đầu$/,
  ]);
  await expect(history.drawer.locator("[aria-current=step]")).toHaveText(/Khóa TP Sơn La/);
  await plan.undo();
  await expect(history.drawer.locator("[aria-current=step]")).toHaveText(/Đặt mục tiêu/);
  await expect(history.steps.first()).toHaveText(/đã hoàn tác/);
});

test("any step is gone to in one go, said once, and the focus stays with it", async ({ plan }) => {
  for (const target of ["36500", "37000", "37500", "38000"]) await plan.setTarget(target);
  const history = new Drawer(plan.page, "history");
  await history.open();
  await history.step("36.500").click();
  await expect(plan.field()).toHaveValue("36.500");
  await plan.expectTotal(36_500);
  await expect(plan.page.locator("[aria-live=polite]")).toHaveText("Đã về bước: Đặt mục tiêu 36.500");
  await expect(history.step("36.500")).toBeFocused();
  await history.step("38.000").press("Enter");
  await plan.expectTotal(38_000);
  await history.step("Lúc bắt đầu").click();
  await plan.expectGiven(OPENING);
  await expect(history.steps).toHaveCount(5);
});

test("a way that was left is kept, survives a reload, and can be taken up and left again", async ({ plan }) => {
  await plan.setTarget("36500");
  await plan.chooseMethod("gap");
  const left = await plan.allGiven();
  await plan.undo();
  await plan.undo();
  await plan.setTarget("40000");
  const history = new Drawer(plan.page, "history");
  await history.open();
  await expect(history.branches).toHaveCount(1);
  await expect(history.branches.locator("summary")).toHaveText("Nhánh đã bỏ: 2 bước");
  await expect(plan.page.locator(".save-state")).toHaveAttribute("data-status", "ok");
  await plan.reload();
  await history.open();
  await history.branches.locator("summary").click();
  await history.branches.getByRole("button", { name: history.words.back }).click();
  await plan.expectGiven(left);
  await expect(history.heading).toBeFocused();
  await expect(history.branches.locator("summary")).toHaveText("Nhánh đã bỏ: 1 bước");
  await history.branches.locator("summary").click();
  await history.branches.getByRole("button", { name: history.words.back }).click();
  await plan.expectTotal(40_000);
});

test("the drawer closes by Escape, its cross and its button, and gives the focus back", async ({ plan }) => {
  const history = new Drawer(plan.page, "history");
  for (const close of [
    () => plan.page.keyboard.press("Escape"),
    () => history.drawer.getByRole("button", { name: history.words.close }).click(),
    () => history.opener.click(),
  ]) {
    await history.open();
    await expect(history.opener).toHaveAttribute("aria-expanded", "true");
    await close();
    await expect(history.drawer).toHaveCount(0);
    await expect(history.opener).toBeFocused();
  }
});

test("the page behind stays in use: a change shows in the open drawer", async ({ plan }) => {
  const history = new Drawer(plan.page, "history");
  await history.open();
  await plan.setTarget("36500");
  await expect(history.steps).toHaveCount(2);
  await plan.cell("Mai Sơn").click();
  await expect(history.drawer).toBeVisible();
  await expect(plan.cell("Mai Sơn")).toBeFocused();
});

for (const width of [390, 320, 1100]) {
  test(`at ${width} pixels the drawer covers the page, and closes when the focus goes behind it`, async ({ plan }) => {
    await plan.page.setViewportSize({ width, height: 844 });
    const history = new Drawer(plan.page, "history");
    await history.open();
    await expect(history.drawer).toBeInViewport();
    expect(await plan.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await history.heading.press("Shift+Tab");
    await expect(history.drawer).toHaveCount(0);
  });
}

test("the checks list what the published figures say against each other, and what agrees", async ({ plan }) => {
  const checks = new Drawer(plan.page, "checks");
  await expect(checks.opener).toHaveText("Kiểm tra (2)");
  await checks.open();
  await expect(checks.heading).toBeFocused();
  for (const words of ["63.878–63.912", "117.926–117.937", "trong tỉnh là 90,73–91,68%", "100,07% được ghi hai lần"]) {
    await expect(checks.drawer.getByText(words)).toBeVisible();
  }
  await expect(checks.drawer.getByRole("heading", { name: /^Đã khớp/ })).toBeVisible();
  for (const sum of ["60.553 + 57.461 = 118.014", "1.185.293 + 28.503 = 1.213.796"]) {
    await expect(checks.drawer.getByText(sum)).toBeVisible();
  }
});

test("what goes wrong is counted when the page is quiet, leads to its cell, and is mended in the drawer", async ({ plan }) => {
  await plan.lock("TP Sơn La", "40000");
  const checks = new Drawer(plan.page, "checks");
  await expect(checks.opener).toHaveText("Kiểm tra (3)");
  await checks.open();
  const errors = checks.drawer.getByRole("region", { name: /^Lỗi/ }).or(checks.drawer.locator("[data-severity=error]"));
  await errors.getByRole("button", { name: /^Đến TP Sơn La, BHXH tự nguyện 2023$/ }).click();
  await expect(plan.cell("TP Sơn La")).toBeFocused();
  await expect(checks.drawer).toBeVisible();
  await errors.getByRole("group", { name: "Cách gỡ" }).getByRole("button").first().click();
  await expect(plan.recon.getByText("Khớp", { exact: true })).toBeVisible();
  await expect(errors).toHaveCount(0);
  await expect(checks.heading).toBeFocused();
  await expect(checks.opener).toHaveText(/^Kiểm tra \(2\)$/);
});

test("the checks and the steps take turns; both speak English", async ({ plan }) => {
  await plan.setTarget("36500");
  await new Drawer(plan.page, "checks").open();
  await new Drawer(plan.page, "history").open();
  await expect(plan.page.locator(".drawer")).toHaveCount(1);
  await plan.page.getByRole("button", { name: "English" }).click();
  const history = new Drawer(plan.page, "history", "en");
  await expect(history.steps.first()).toHaveText(/^Set the target to 36,500\s*you are here/);
  const checks = new Drawer(plan.page, "checks", "en");
  await checks.open();
  await expect(checks.drawer.getByText("60,553 + 57,461 = 118,014")).toBeVisible();
});

test("on a phone the way to a cell puts the drawer away", async ({ plan }) => {
  await plan.page.setViewportSize({ width: 390, height: 844 });
  const checks = new Drawer(plan.page, "checks");
  await checks.open();
  await checks.drawer.getByRole("button", { name: /^Đến / }).first().click();
  await expect(checks.drawer).toHaveCount(0);
});
