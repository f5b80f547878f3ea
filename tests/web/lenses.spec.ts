// Two lenses over one table, each with an address.
import { expect, test, type Plan } from "./page";

const figures = (plan: Plan, unit: string, column: string) =>
  plan.row(unit).locator(`[data-column="${column}"]`);

async function lens(plan: Plan, name: "Số liệu" | "Giao chỉ tiêu"): Promise<void> {
  await plan.page.getByRole("link", { name, exact: true }).click();
  await expect(plan.page.getByRole("link", { name, exact: true })).toHaveAttribute("aria-current", "page");
}

test("each lens has an address; Back and Forward work, and the selected unit carries across", async ({ plan }) => {
  await plan.cell("Mường La").click();
  await expect(plan.page, "the address follows the selection").toHaveURL(/#\/giao\?dv=7&ct=tn&nam=2023/);
  await lens(plan, "Số liệu");
  await expect(plan.page).toHaveURL(/#\/so-lieu\?dv=7/);
  await expect(plan.page.locator("tr[data-selected]").getByRole("rowheader")).toHaveText("Mường La");
  await plan.page.goBack();
  await expect(plan.page).toHaveURL(/#\/giao\?dv=7&ct=tn&nam=2023/);
  await expect(plan.cell("Mường La")).toBeVisible();
  await plan.page.goForward();
  await expect(figures(plan, "Mường La", "result-tn")).toHaveText("1.938");
});

test("a cell takes over nothing from the other lens's cell in its place", async ({ plan }) => {
  await plan.lock("Thuận Châu", "4700");
  const locked = plan.table.locator("td[data-locked]");
  await expect(locked).toHaveCount(1);
  await lens(plan, "Số liệu");
  await expect(figures(plan, "Thuận Châu", "labour-force")).toHaveText("99.460");
  await expect(locked).toHaveCount(0);
  await lens(plan, "Giao chỉ tiêu");
  await expect(locked).toHaveCount(1);
  await expect(plan.cell("Thuận Châu")).toHaveAttribute("data-locked", "");
});

test("an address opens where it says", async ({ plan }) => {
  await plan.page.goto("./#/so-lieu?dv=9&nam=2022");
  await plan.reload();
  await expect(plan.page.locator("tr[data-selected]").getByRole("rowheader")).toHaveText("Thuận Châu");
  await expect(figures(plan, "Thuận Châu", "labour-force")).toHaveText("99.460");
});

test("a figure typed in Số liệu is split anew in Giao chỉ tiêu, and undo takes it back", async ({ plan }) => {
  await lens(plan, "Số liệu");
  await figures(plan, "Thuận Châu", "result-tn").click();
  await plan.page.keyboard.type("3500");
  await plan.page.keyboard.press("Enter");
  await expect(figures(plan, "Thuận Châu", "result-tn")).toHaveText("3.500");
  await expect(figures(plan, "Sông Mã", "result-tn"), "Enter goes down").toBeFocused();
  await lens(plan, "Giao chỉ tiêu");
  await expect(plan.cell("Thuận Châu", "last")).toHaveText("3.500");
  await plan.undo();
  await expect(plan.cell("Thuận Châu", "last")).toHaveText("2.993");
});

test("what is no number stays in the cell with the reason", async ({ plan }) => {
  await lens(plan, "Số liệu");
  await figures(plan, "Thuận Châu", "result-tn").click();
  await plan.page.keyboard.type("12,5");
  await plan.page.keyboard.press("Enter");
  await plan.expectRefused(plan.page.locator("[data-editor]"), "Số người phải là số nguyên");
  await plan.page.keyboard.press("Escape");
  await expect(figures(plan, "Thuận Châu", "result-tn")).toHaveText("2.993");
});

test("a figure says where it comes from", async ({ plan }) => {
  await lens(plan, "Số liệu");
  await figures(plan, "Thuận Châu", "labour-force").click();
  await expect(plan.inspector).toContainText("Thuận Châu, LLLĐ 2022: 99.460");
  await expect(plan.inspector).toContainText("minh họa");
  await expect(plan.table.getByRole("columnheader", { name: /LLLĐ/ })).toContainText(/nhiều nguồn|Minh họa/);
});
