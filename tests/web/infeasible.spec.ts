// A plan that cannot be is shown as it stands, with the gap named and ways out of one click each.
import { expect, OPENING, SON_LA, sum, test, type Plan } from "./page";

/** Floors that add up to 36.104, 1.102 above the target, on three units. */
async function floorsTooHigh(plan: Plan): Promise<void> {
  // Everyone else stays at last year's result: 28.503 − 2.993 − 2.568 − 1.938 = 21.004.
  await plan.setLimit("Thuận Châu", "floor", "6.000");
  await plan.setLimit("Sông Mã", "floor", "5.000");
  await plan.setLimit("Mường La", "floor", "4.100");
}

const AT_THE_FLOOR = [4039, 3763, 4215, 1544, 2688, 1779, 4100, 1136, 6000, 5000, 1072, 768];

test("floors that add up to 36.104: everyone at the floor, the gap named, the first fix makes it whole", async ({ plan }) => {
  await floorsTooHigh(plan);
  await plan.expectGiven(AT_THE_FLOOR);
  expect(sum(AT_THE_FLOOR)).toBe(36_104);
  await expect(plan.problems).toContainText("Lỗi: Tổng sàn 36.104 lớn hơn mục tiêu 35.002: vượt 1.102 người. Chọn một cách gỡ bên dưới.");
  await expect(plan.recon).toContainText("Giao vượt 1.102");
  await expect(plan.page.getByText(/^Chưa khớp: giao vượt 1\.102/)).toBeVisible();
  await expect(plan.table).toContainText("Giao vượt 1.102");
  const first = plan.problems.getByRole("group", { name: "Cách gỡ" }).getByRole("button").first();
  await expect(first).toHaveText("Nâng mục tiêu lên 36.104 (+1.102)");
  await first.click();
  await plan.expectTotal(36_104);
  await expect(plan.recon.getByText("Khớp", { exact: true })).toBeVisible();
  await expect(plan.problems).toBeHidden();
  await plan.expectGiven(AT_THE_FLOOR);
});

test("every way out of too high floors works and is one step back", async ({ plan }) => {
  await floorsTooHigh(plan);
  await plan.expectGiven(AT_THE_FLOOR);
  const fixes = plan.problems.getByRole("group", { name: "Cách gỡ" }).getByRole("button");
  await expect(fixes.first()).toBeVisible();
  const names = await fixes.allInnerTexts();
  expect(names.length).toBeGreaterThanOrEqual(3);
  expect(names.some((name) => /Hạ sàn ở \d+ đơn vị, ít nhất có thể/.test(name))).toBe(true);
  for (const name of names) {
    await test.step(name, async () => {
      await plan.cure(name).click();
      await expect(plan.recon.getByText("Khớp", { exact: true })).toBeVisible();
      await expect(plan.problems).toBeHidden();
      const target = Number((await plan.total()).replace(".", ""));
      expect(sum(await plan.allGiven())).toBe(target);
      await plan.undo();
      await plan.expectGiven(AT_THE_FLOOR);
      await expect(plan.problems).toContainText("1.102");
    });
  }
});

test("the units in the way are named and lead to their cells", async ({ plan }) => {
  await floorsTooHigh(plan);
  const link = plan.problems.getByRole("button", { name: SON_LA[8], exact: true });
  await expect(plan.problems).toContainText(/Đang vướng ở|Bỏ ràng buộc ở/);
  await link.click();
  await expect(plan.cell("Thuận Châu")).toBeFocused();
});

test("ceilings that are too low: what is left is named and can be kept at the province", async ({ plan }) => {
  for (const unit of SON_LA) {
    const last = (await plan.cell(unit, "last").innerText()).trim();
    await plan.setLimit(unit, "ceiling", last);
  }
  await expect(plan.problems).toContainText("Tổng trần 28.503 nhỏ hơn mục tiêu 35.002: thiếu 6.499 người.");
  await expect(plan.recon).toContainText("Còn 6.499 chưa giao");
  const fixes = plan.problems.getByRole("group", { name: "Cách gỡ" }).getByRole("button");
  const names = await fixes.allInnerTexts();
  expect(names).toContain("Giữ 6.499 ở tỉnh");
  expect(names.some((name) => name.startsWith("Nâng trần, ít nhất có thể"))).toBe(true);
  expect(names).toContain("Hạ mục tiêu xuống 28.503");
  for (const name of names) {
    await test.step(name, async () => {
      await plan.cure(name).click();
      await expect(plan.recon.getByText("Khớp", { exact: true })).toBeVisible();
      await expect(plan.problems).toBeHidden();
      if (name.startsWith("Giữ")) await expect(plan.kept).toHaveValue("6.499");
      await plan.undo();
      await expect(plan.problems).toContainText("6.499");
    });
  }
});

test("every cell locked: what remains is said with ways out", async ({ plan }) => {
  for (const unit of SON_LA) {
    await plan.cell(unit).click();
    await plan.page.keyboard.press("Control+Shift+L");
  }
  await plan.expectGiven(OPENING);
  await plan.setTarget("35.102");
  await expect(plan.problems).toContainText("Mọi ô đã khóa, còn lệch 100. Mở khóa hoặc sửa mục tiêu.");
  await plan.setTarget("34.902");
  await expect(plan.problems).toContainText(/Mọi ô đã khóa, giao vượt 100\./);
  await plan.expectGiven(OPENING);
  await plan.problems.getByRole("button", { name: /^Nâng mục tiêu lên 35\.002/ }).click();
  await expect(plan.recon.getByText("Khớp", { exact: true })).toBeVisible();
});

test("keeping some at the province takes them from the split; more than the target is refused", async ({ plan }) => {
  await plan.keep("1.000");
  await expect.poll(async () => sum(await plan.allGiven())).toBe(34_002);
  await expect(plan.recon).toContainText("Mục tiêu 35.002 = đã giao 34.002 + giữ ở tỉnh 1.000 + còn lại 0");
  await plan.keep("40.000");
  await plan.expectRefused(plan.kept, "Số giữ lại 40.000 lớn hơn mục tiêu 35.002.");
  expect(sum(await plan.allGiven())).toBe(34_002);
  for (const [wrong, message] of [["abc", /“abc” không phải là số/], ["-5", /số nguyên, từ 0 trở lên\. Đang giữ 1\.000/], ["1,5", /số nguyên/]] as const) {
    await plan.keep(wrong);
    await plan.expectRefused(plan.kept, message);
  }
  await plan.kept.press("Escape");
  await expect(plan.kept).toHaveValue("1.000");
  // The same from the other side: a target below what is kept.
  await plan.setTarget("900");
  await expect(plan.problems).toContainText("Số giữ lại 1.000 lớn hơn mục tiêu 900.");
});

test("a unit above the whole of its base is marked in its row, said in words, and no longer once it is let go", async ({ plan }) => {
  const mark = plan.table.locator(".grid__over");
  await expect(mark).toHaveCount(0);
  await plan.lock("TP Sơn La", "80000");
  await expect(plan.cell("TP Sơn La", "after")).toHaveText("127,14%");
  await expect(mark).toHaveCount(1);
  await expect(plan.cell("TP Sơn La", "after").locator("svg")).toBeVisible();
  await expect(plan.page.getByText(/TP Sơn La: 127,14% vượt 100%/).first()).toBeAttached();
  await plan.undo();
  await expect(mark).toHaveCount(0);
});
