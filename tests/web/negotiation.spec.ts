// Negotiation: one unit gets fewer or more, somebody takes the difference; seen before it is done, one step.
import type { Locator } from "@playwright/test";
import { expect, OPENING, type Plan, sum, test } from "./page";

class Talks {
  constructor(readonly plan: Plan) {}

  get box(): Locator {
    return this.plan.inspector.locator(".negotiation");
  }

  async open(unit: string): Promise<void> {
    await this.plan.explain(unit);
    await this.plan.inspector.getByText("Thương lượng: đơn vị này nhận ít hơn, nhiều hơn").click();
    await expect(this.amount).toBeVisible();
  }

  get amount(): Locator {
    return this.box.getByRole("textbox", { name: "Số người chênh lệch" });
  }

  get preview(): Locator {
    return this.box.getByRole("table", { name: "Xem trước" });
  }

  get apply(): Locator {
    return this.box.getByRole("button", { name: "Áp dụng" });
  }

  choose(name: string): Locator {
    return this.box.getByRole("radio", { name });
  }
}

test("a unit gets fewer, everyone takes it by the rule: seen first, then one step with its reason", async ({ plan }) => {
  const talks = new Talks(plan);
  await talks.open("Thuận Châu");
  await talks.amount.fill("549");
  await talks.box.getByRole("textbox", { name: /Lý do/ }).fill("Biên bản ngày 12/3");
  await expect(talks.preview.getByRole("row", { name: "Thuận Châu" })).toContainText("4.5494.000−549");
  await expect(talks.preview.getByRole("row", { name: "Cộng các đơn vị" })).toContainText("35.00235.0020");
  await plan.expectGiven(OPENING);
  await talks.apply.click();
  await expect.poll(() => plan.given("Thuận Châu")).toBe(4000);
  expect(sum(await plan.allGiven())).toBe(35_002);
  await expect(plan.cell("Thuận Châu")).toContainText("khóa");
  await expect(plan.inspector).toContainText("Khóa ở 4.000: Biên bản ngày 12/3.");
  await expect(plan.undoButton).toHaveAttribute("aria-label", "Hoàn tác: Thương lượng Thuận Châu: 4.000");
  await plan.cell("Thuận Châu").click();
  await plan.undo();
  await plan.expectGiven(OPENING);
});

test("only the chosen units take it, nobody else moves", async ({ plan }) => {
  const talks = new Talks(plan);
  await talks.open("Thuận Châu");
  await talks.amount.fill("300");
  await talks.choose("nhiều hơn").check();
  await talks.choose("Riêng các đơn vị được chọn, theo cách chia").check();
  await expect(talks.box.getByRole("alert")).toContainText("Chưa đơn vị nào nhận phần chênh lệch.");
  for (const unit of ["Vân Hồ", "Sông Mã"]) await talks.box.getByRole("checkbox", { name: unit }).check();
  await expect(talks.preview.locator("tbody tr")).toHaveCount(3);
  await expect(talks.box.getByText("9 đơn vị giữ nguyên.")).toBeVisible();
  await talks.apply.click();
  await expect.poll(() => plan.given("Thuận Châu")).toBe(4849);
  const given = await plan.allGiven();
  expect(sum(given)).toBe(35_002);
  expect(given.filter((people, at) => people !== OPENING[at])).toHaveLength(3);
});

test("entered by hand: the sum is shown live and must be the difference", async ({ plan, page }) => {
  const talks = new Talks(plan);
  await talks.open("Thuận Châu");
  await talks.amount.fill("100");
  await talks.choose("Từng đơn vị, tự nhập số").check();
  await talks.box.getByRole("textbox", { name: "Sông Mã" }).fill("60");
  await expect(talks.box.getByText("Đã nhập 60 trên 100")).toBeVisible();
  await expect(talks.box.getByRole("alert")).toContainText("cộng lại là 60, không phải 100");
  await expect(talks.apply).toHaveCount(0);
  await talks.box.getByRole("textbox", { name: "Bắc Yên" }).fill("40");
  await expect(talks.preview.locator("tbody tr")).toHaveCount(3);
  await page.keyboard.press("Enter");
  await expect.poll(() => plan.given("Bắc Yên")).toBe(1850);
  expect(await plan.given("Sông Mã")).toBe(4098);
  expect(sum(await plan.allGiven())).toBe(35_002);
});

test("what cannot be done says what is in the way and what would go", async ({ plan }) => {
  const talks = new Talks(plan);
  await talks.open("Sốp Cộp");
  for (const [typed, message] of [
    ["579", "Sốp Cộp không được dưới 768 (sàn đang có hiệu lực). Giảm nhiều nhất 578, hoặc hạ sàn trước."],
    ["x", "“x” không phải là số."],
    ["0", "Nhập một số nguyên lớn hơn 0."],
  ] as const) {
    await talks.amount.fill(typed);
    await expect(talks.box.getByRole("alert")).toContainText(message);
    await expect(talks.apply).toHaveCount(0);
  }
  await plan.expectGiven(OPENING);
});

test("it works on a phone, by keys too", async ({ plan, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await plan.cell("Thuận Châu").click();
  const summary = plan.inspector.getByText("Thương lượng: đơn vị này nhận ít hơn, nhiều hơn");
  await summary.focus();
  await page.keyboard.press("Enter");
  const talks = new Talks(plan);
  await talks.amount.fill("549");
  await page.keyboard.press("Enter");
  await expect(summary).toBeFocused();
  await plan.inspector.getByRole("button", { name: "Đóng", exact: true }).click();
  await expect.poll(() => plan.given("Thuận Châu")).toBe(4000);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
