// The other built-in examples: a road map without units, the nation, a province that published its totals.
import { expect, test } from "./page";
import { Drawer } from "./drawers";

test("the Việt Nam example flags 103.000 of 1.450.000 as 7,1%, stated as 9%", async ({ plan, page }) => {
  await plan.openScenario("Ví dụ: Việt Nam 2021–2022");
  await expect(page.locator(".verdict")).toContainText("18.125.000");
  const checks = new Drawer(page, "checks");
  await checks.open();
  const flagged = checks.drawer.getByText(/103\.000\/1\.450\.000 = 7,1.*không phải 9%/);
  await expect(flagged.first()).toBeVisible();
  await expect(checks.drawer.getByRole("heading", { name: /^Đã khớp/ })).toBeVisible();
  await expect(checks.drawer.getByText(/2,96%/).first()).toBeVisible();
  // A range is split by its lower end, and the whole adds up.
  await expect(plan.recon.getByText("Khớp", { exact: true })).toBeVisible();
  await expect(plan.table.getByRole("rowheader", { name: "Toàn bộ" })).toBeVisible();
});

test("the Hải Dương road map opens with four sums that hold", async ({ plan, page }) => {
  await plan.openScenario("Ví dụ: Hải Dương 2022–2025");
  await plan.indicator.selectOption({ label: "BHXH (bắt buộc và tự nguyện) 2025" });
  const road = page.getByRole("region", { name: /^Lộ trình/ });
  await expect(road).toBeVisible();
  for (const sum of ["2022: 42,6% + 6% = 48,6%", "2023: 43,8% + 7% = 50,8%", "2024: 45% + 8% = 53%", "2025: 46% + 9% = 55%"]) {
    await expect(road.getByText(`${sum} ✓ khớp`)).toBeVisible();
  }
  // There are no units to split over: what is needed stands below.
  await expect(page.getByRole("region", { name: "Chưa có đơn vị nào." })).toBeVisible();
  const checks = new Drawer(page, "checks");
  await checks.open();
  await expect(checks.drawer.getByText(/46% \+ 9% = /)).toBeVisible();
  await page.keyboard.press("Escape");
  await plan.openScenario("Ví dụ: Sơn La 2023");
  await expect(road).toBeHidden();
});

test("Thanh Hóa shows what a province published about itself and what is still needed", async ({ plan, page }) => {
  await plan.openScenario("Ví dụ: Thanh Hóa 2023");
  await expect(plan.targetStrip).toContainText("= 3.488.414 người");
  await expect(page.getByText("Đây là ví dụ Thanh Hóa 2023")).toContainText("suy ra từ số công bố");
  await expect(page.getByRole("region", { name: "Chưa có đơn vị nào." })).toBeVisible();
});
