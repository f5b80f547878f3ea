// The built-in examples show exactly what was published or worked out by hand.
import { expect, OPENING, people, SON_LA, sum, test } from "./page";

test("Sơn La opens with the worked column, and it adds up", async ({ plan }) => {
  expect(await plan.units()).toEqual([...SON_LA]);
  await plan.expectGiven(OPENING);
  expect(sum(await plan.allGiven())).toBe(35_002);
  expect(await plan.total()).toBe("35.002");
  expect(await plan.total("last")).toBe("28.503");
  expect(await plan.total("change")).toBe("+6.499");
  expect(await plan.total("before")).toBe("3,93%");
  expect(await plan.total("after")).toBe("4,83%");
  await expect(plan.recon.getByText("Khớp", { exact: true })).toBeVisible();
  await expect(plan.recon).toContainText("Mục tiêu 35.002 = đã giao 35.002 + giữ ở tỉnh 0 + còn lại 0");
  await expect(plan.problems).toBeHidden();
});

test("the three target fields agree and the people are held", async ({ plan }) => {
  await expect(plan.field("people")).toHaveValue("35.002");
  await expect(plan.field("rate")).toHaveValue("4,83");
  await expect(plan.field("growth")).toHaveValue("+22,8");
  await expect(plan.targetStrip).toContainText("= 35.002 người · 4,83% LLLĐ · +6.499 (+22,8%) so với 2022");
  await expect(plan.targetStrip).toContainText("Đang giữ: số người");
});

test("one sentence at the top says the plan", async ({ plan, page }) => {
  const verdict = page.getByText("Để đạt 35.002 người, Sơn La cần thêm 6.499 người");
  await expect(verdict).toBeVisible();
  await expect(verdict).toContainText("10 đơn vị lên 4,57% LLLĐ");
  await expect(verdict).toContainText("2 đơn vị đã cao hơn thì giữ nguyên");
});

test("Thuận Châu's ledger names the level and the interval that proves it", async ({ plan }) => {
  await plan.explain("Thuận Châu");
  await expect(plan.inspector).toContainText("Vì sao Thuận Châu được giao 4.549?");
  const lines = await plan.ledger();
  const bare = (amount: string) => amount.replace(/^\((.*)\)$/, "$1");
  expect(lines.map(({ sign, amount }) => `${sign} ${bare(amount)}`.trim())).toEqual([
    "35.002", "− 7.802", "= 27.200", "4,5737%", "từ 4,57369% đến 4,57376%", "× 99.460", "= 4.549,00", "› 4.549", "= 4.549",
  ]);
});

test("every figure says where it comes from", async ({ plan, page }) => {
  await expect(page.getByText("Đây là ví dụ Sơn La 2023")).toContainText("minh họa");
  await plan.explain("Thuận Châu");
  await expect(plan.inspector).toContainText("Số lấy từ đâu");
  await expect(plan.inspector).toContainText("LLLĐ 2022: minh họa");
  await page.getByText("Nguồn số", { exact: true }).click();
  await expect(page.getByText(/vss\.gov\.vn/).first()).toBeVisible();
  await expect(page.getByText(/3294\/QĐ-UBND/)).toBeVisible();
});

test("largest remainder gives Mai Sơn 4.270 and Quỳnh Nhai 1.718 instead", async ({ plan }) => {
  await plan.chooseRounding("remainder");
  const other: number[] = [...OPENING];
  other[2] = 4270;
  other[3] = 1718;
  await plan.expectGiven(other);
  await plan.expectTotal(35_002);
});

test("by labour force the tie of Mộc Châu and Phù Yên is named", async ({ plan }) => {
  await plan.chooseMethod("labourForce");
  await expect(plan.remarks).toContainText("Mộc Châu và Phù Yên: ngang nhau ở phần làm tròn; 1 đơn vị được thêm 1 theo quy tắc.");
  await expect.poll(() => plan.given("Thuận Châu")).toBe(3885);
  expect(sum(await plan.allGiven())).toBe(35_002);
  for (const unit of ["Mộc Châu", "Phù Yên"]) {
    await plan.explain(unit);
    expect((await plan.ledger()).map((line) => line.label).join("\n")).toContain("1 trong 2 đơn vị ngang nhau được thêm 1");
  }
});

test("the same unit under the other methods, and one thousand more", async ({ plan }) => {
  await plan.explain("Thuận Châu");
  await expect(plan.inspector).toContainText("Nếu chia cách khác");
  await expect(plan.inspector.getByRole("row", { name: /Theo LLLĐ/ })).toContainText("3.885");
  await expect(plan.inspector.getByRole("row", { name: /Theo số chưa tham gia/ })).toContainText("3.894");
  await expect(plan.inspector).toContainText(/[Mm]ục tiêu.* \+1\.000 thì đơn vị này \+\d+/);
  await expect(plan.inspector).toContainText("cứ 62 người chưa tham gia, vận động 1 người");
});

test("Hải Dương, household insurance: the other seven follow to the person, four are left out in sight", async ({ plan, page }) => {
  await plan.openScenario("Ví dụ: Hải Dương 2024");
  await expect.poll(() => plan.allGiven()).toEqual([
    65463, 47472, 34508, 44364, 32802, 41049, 36248, 33120, null, null, null, null,
  ]);
  expect(sum(await plan.allGiven())).toBe(335_026);
  expect(people(await plan.total())).toBe(335_026);
  await expect(plan.recon.getByText("Khớp", { exact: true })).toBeVisible();
  await expect(plan.cell("Thành phố Hải Dương")).toContainText("khóa");
  for (const unit of ["Huyện Gia Lộc", "Huyện Tứ Kỳ", "Huyện Ninh Giang", "Huyện Thanh Miện"]) {
    await expect(plan.cell(unit)).toContainText("Không giao");
    await expect(plan.cell(unit, "last")).toContainText("chưa có số");
  }
  await expect(page.getByText(/4 đơn vị/).first()).toBeVisible();
  // No base was published, so there are no rates to show.
  await expect(plan.field("rate")).toHaveCount(0);
  await expect(plan.table.getByRole("columnheader", { name: "Sau" })).toHaveCount(0);
  await page.getByText("Nguồn số", { exact: true }).click();
  await expect(page.getByText(/haiduong\.gov\.vn/).first()).toBeVisible();
});

test("Hải Dương, voluntary insurance: nine published plans, three left out, and back", async ({ plan }) => {
  await plan.openScenario("Ví dụ: Hải Dương 2024");
  await expect(plan.indicator).toBeVisible();
  await plan.indicator.selectOption({ label: "BHXH tự nguyện 2024" });
  await expect.poll(() => plan.allGiven()).toEqual([
    7593, 5291, 4988, 5137, 4739, 4845, 4667, 5146, 5657, null, null, null,
  ]);
  await plan.expectTotal(48_063);
  await expect(plan.recon.getByText("Khớp", { exact: true })).toBeVisible();
  await plan.indicator.selectOption({ label: "BHYT hộ gia đình 2024" });
  await plan.expectTotal(335_026);
});
