// A plan of one's own begins with one paste: names and figures together, seen before they go in, one step.
import type { Locator } from "@playwright/test";
import { expect, test } from "./page";

/** A new plan is for this year, and starts from the year before. */
const YEAR = new Date().getFullYear() - 1;

const TABLE = [
  ["STT", "Đơn vị", `LLLĐ ${YEAR}`, `BHXH TN ${YEAR}`],
  ["1", "TP Lạng Sơn", "62.924", "4.039"],
  ["2", "H. Cao Lộc (mới)", "66.984", "3.763"],
  ["3", "Chi Lăng", "–", "1.136"],
  ["", "Tổng cộng", "129.908", "8.938"],
  ["", "Người lập biểu", "", ""],
];

async function pasteInto(place: Locator, rows: string[][]): Promise<boolean> {
  return place.evaluate((place, text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    return !place.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, rows.map((row) => row.join("\t")).join("\r\n"));
}

test("one paste makes the units and their figures, one undo takes both back", async ({ plan, page }) => {
  await page.getByRole("button", { name: "Phương án mới" }).click();
  const names = page.getByRole("textbox", { name: /^Tên đơn vị/ });
  await expect(names).toBeFocused();
  expect(await pasteInto(names, TABLE)).toBe(true);
  const preview = page.locator(".paste__box");
  await expect(preview).toContainText("Thêm 3 đơn vị: TP Lạng Sơn, H. Cao Lộc và Chi Lăng.");
  await expect(preview).toContainText("khớp dòng Tổng cộng");
  await expect(page.getByRole("button", { name: "Dán", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(plan.table.locator("tbody").getByRole("rowheader", { name: "H. Cao Lộc", exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: "Chưa có đơn vị nào." })).toBeHidden();
  await expect(plan.row("Chi Lăng")).toContainText("1.136");
  await plan.undo();
  await expect(page.getByRole("region", { name: "Chưa có đơn vị nào." })).toBeVisible();
  await plan.redo();
  await expect(plan.row("TP Lạng Sơn")).toContainText("4.039");
});

test("a column of names alone stays text to be looked over", async ({ plan, page }) => {
  await plan.ready();
  await page.getByRole("button", { name: "Phương án mới" }).click();
  const names = page.getByRole("textbox", { name: /^Tên đơn vị/ });
  await expect(names).toBeFocused();
  expect(await pasteInto(names, [["Cao Lộc"], ["Chi Lăng"]])).toBe(false);
  await expect(page.locator(".paste__box")).toHaveCount(0);
});
