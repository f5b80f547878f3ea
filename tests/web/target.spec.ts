// The target reads every form a planner types, splits while she types, and refuses without losing anything.
import type { Locator } from "@playwright/test";
import { expect, OPENING, sum, test, type TargetField } from "./page";

const READ: [field: TargetField, typed: string, people: number, shown: RegExp | string][] = [
  ["people", "35.002", 35_002, "35.002"],
  ["people", "35,002", 35_002, "35.002"],
  ["people", "35 002", 35_002, "35.002"],
  ["people", "35002", 35_002, "35.002"],
  ["people", "36.500 người", 36_500, "36.500"],
  ["people", "+6.499", 35_002, "35.002"],
  ["people", "4,83%", 35_000, "35.000"],
  ["people", "4.83%", 35_000, "35.000"],
  ["people", "+22,8%", 35_002, "35.002"],
  ["people", "5–6%", 36_232, "36.232"],
  ["people", "≥5%", 36_232, "36.232"],
  ["people", "khoảng 5%", 36_232, "36.232"],
  ["rate", "4,83", 35_000, "4,83"],
  ["rate", "4,83%", 35_000, "4,83"],
  ["rate", "5–6%", 36_232, /5–6/],
  ["rate", "≥5%", 36_232, /5/],
  ["rate", "khoảng 5%", 36_232, /khoảng 5/],
  ["rate", "36.500 người", 36_500, "5,04"],
  ["growth", "+22,8%", 35_002, /\+22,8/],
  ["growth", "+22,8", 35_002, /\+22,8/],
  ["growth", "+6.499", 35_002, /\+22,8/],
  ["growth", "+6.499 người", 35_002, /\+22,8/],
];

for (const field of ["people", "rate", "growth"] as const) {
  test(`the field of ${field} reads every form a planner types`, async ({ plan }) => {
    for (const [, typed, people, shown] of READ.filter((form) => form[0] === field)) {
      await test.step(typed, async () => {
        await plan.setTarget("36.000");
        await plan.expectTotal(36_000);
        await plan.setTarget(typed, field);
        await plan.expectTotal(people);
        expect.soft(sum(await plan.allGiven()), typed).toBe(people);
        await expect.soft(plan.recon.getByText("Khớp", { exact: true }), typed).toBeVisible();
        await expect.soft(plan.targetStrip, typed).toContainText(`= ${people.toLocaleString("de-DE")} người`);
        await expect.soft(plan.field(field), typed).toHaveValue(shown);
      });
    }
  });
}

test("4,83% gives 35.000 and says so", async ({ plan }) => {
  await plan.setTarget("4,83%");
  await expect(plan.targetStrip).toContainText("= 35.000 người · 4,83% LLLĐ · +6.497 (+22,8%) so với 2022");
  await expect(plan.targetStrip).toContainText("Đang giữ: tỷ lệ, % LLLĐ");
  await plan.expectTotal(35_000);
});

test("a range keeps both ends and splits by the lower", async ({ plan, page }) => {
  await plan.setTarget("5–6%", "rate");
  await plan.expectTotal(36_232);
  await expect(plan.targetStrip).toContainText(/5–6%/);
  await expect(page.getByRole("img", { name: /mức trên/ })).toBeVisible();
  await plan.reload();
  await expect(plan.field("rate")).toHaveValue(/5–6/);
});

test("a range, “at least” and “about” are read back, split or not, and kept as typed", async ({ plan }) => {
  for (const [typed, echo] of [["37–38%", 268_117], ["≥95%", 688_408], ["khoảng 31%", 224_638]] as const) {
    await plan.setTarget(typed);
    await expect.soft(plan.targetStrip).toContainText(`= ${echo.toLocaleString("de-DE")} người`);
    await expect.soft(plan.field("rate"), typed).toHaveValue(new RegExp(typed.replace(/[^\d–]/g, "")));
    await plan.expectTotal(echo);
  }
});

test("typing splits anew at every key, and all of it is one step", async ({ plan }) => {
  await plan.field().selectText();
  const seen = [];
  for (const key of "36500") {
    await plan.page.keyboard.press(key);
    seen.push(await plan.total());
  }
  // 3, 36, 365 and 3650 are below last year: with no unit below last they cannot be split, so they wait.
  expect(seen).toEqual(["35.002", "35.002", "35.002", "35.002", "36.500"]);
  expect(sum(await plan.allGiven())).toBe(36_500);
  await plan.page.keyboard.press("Backspace");
  await expect(plan.targetStrip).toContainText("= 3.650 người");
  await plan.page.keyboard.press("1");
  await plan.expectTotal(36_501);
  await plan.page.keyboard.press("Enter");
  await plan.undo();
  await plan.expectGiven(OPENING);
  await expect(plan.undoButton).toHaveAttribute("aria-disabled", "true");
});

test("leaving the field counts like Enter", async ({ plan }) => {
  await plan.field().fill("36.500");
  await plan.field().press("Tab");
  await plan.expectTotal(36_500);
  await expect(plan.field()).toHaveValue("36.500");
});

test("Escape takes back what was typed", async ({ plan }) => {
  await plan.type("36500");
  await plan.expectTotal(36_500);
  await plan.field().press("Escape");
  await plan.expectGiven(OPENING);
  await expect(plan.field()).toHaveValue("35.002");
  await expect(plan.undoButton).toHaveAttribute("aria-disabled", "true");
});

test("what was typed last is held", async ({ plan }) => {
  await plan.setTarget("5", "rate");
  await expect(plan.targetStrip).toContainText("Đang giữ: tỷ lệ, % LLLĐ");
  await plan.setTarget("+22,8", "growth");
  await expect(plan.targetStrip).toContainText("Đang giữ: tăng so với 2022");
  await plan.setTarget("36.500");
  await expect(plan.targetStrip).toContainText("Đang giữ: số người");
});

const WRONG: [field: TargetField, typed: string, message: RegExp][] = [
  ["people", "abc", /“abc” không phải là số\. Nhập ví dụ 35\.002 hoặc 4,83%\./],
  ["people", "1,5", /Số người phải là số nguyên, từ 0 trở lên\. Đang giữ 35\.002\./],
  ["people", `1${"0".repeat(30)}`, /quá lớn/],
  ["people", "-5", /Số người phải là số nguyên, từ 0 trở lên\. Đang giữ 35\.002\./],
  ["people", "38–37%", /đầu khoảng lớn hơn cuối khoảng/],
  ["rate", "abc", /“abc” không phải là số/],
  ["rate", "-5", /tỷ lệ không mang dấu/],
  ["rate", `1${"0".repeat(30)}`, /quá lớn|vượt/],
  ["growth", "abc", /“abc” không phải là số/],
];

for (const field of ["people", "rate", "growth"] as const) {
  test(`the field of ${field} refuses what it cannot use beside itself and keeps the old value`, async ({ plan }) => {
    const before = await plan.field(field).inputValue();
    for (const [, typed, message] of WRONG.filter((wrong) => wrong[0] === field)) {
      await test.step(typed, async () => {
        await plan.setTarget(typed, field);
        await plan.expectRefused(plan.field(field), message);
        await expect(plan.field(field)).toHaveValue(typed);
        await plan.expectGiven(OPENING);
        await expect(plan.undoButton).toHaveAttribute("aria-disabled", "true");
        await plan.field(field).press("Escape");
        await expect(plan.field(field)).toHaveValue(before);
        await expect(plan.field(field)).not.toHaveAttribute("aria-invalid", "true");
      });
    }
  });
}

test("text that was a target while it was typed and is none at the end is refused like any other", async ({ plan }) => {
  for (const typed of ["36500x", "36500.0", "36.500abc"]) {
    for (const leave of ["Enter", "Tab"]) {
      await test.step(`${typed}, ${leave}`, async () => {
        await plan.type(typed);
        await plan.field().press(leave);
        await plan.expectRefused(plan.field(), /./);
        await expect(plan.field()).toHaveValue(typed);
        await plan.expectGiven(OPENING);
        await expect(plan.undoButton).toHaveAttribute("aria-disabled", "true");
        await plan.field().press("Escape");
        await expect(plan.field()).toHaveValue("35.002");
        await expect(plan.field()).not.toHaveAttribute("aria-invalid", "true");
      });
    }
  }
  // Mended in place, it is the target.
  await plan.type("36500x");
  await plan.field().press("Enter");
  await plan.field().press("Backspace");
  await plan.expectTotal(36_500);
  await plan.field().press("Enter");
  await expect(plan.field()).toHaveValue("36.500");
});

test("a click into a field selects its text, so that typing replaces; a second one places the caret", async ({ plan, page }) => {
  await plan.explain("Mai Sơn");
  const given = plan.inspector.getByRole("textbox", { name: /^Giao \d{4}$/ });
  await plan.limit("floor").fill("4.000");
  await plan.limit("floor").press("Enter");
  const selected = (field: Locator) => field.evaluate((field: HTMLInputElement) =>
    field.value.slice(field.selectionStart!, field.selectionEnd!));
  for (const field of [plan.field(), plan.field("rate"), plan.field("growth"), plan.kept, given, plan.limit("floor")]) {
    await field.click();
    expect(await selected(field)).toBe(await field.inputValue());
    await field.click();
    expect(await selected(field)).toBe("");
    await expect(field).toBeFocused();
  }
  await plan.field().click();
  await page.keyboard.type("36500");
  await expect(plan.field()).toHaveValue("36500");
  await plan.expectTotal(36_500);
});

test("a phone shows the keyboard a field needs: digits for people, all keys where signs and words are read", async ({ plan }) => {
  await plan.explain("Mai Sơn");
  const given = plan.inspector.getByRole("textbox", { name: /^Giao \d{4}$/ });
  for (const field of [plan.kept, given]) await expect(field).toHaveAttribute("inputmode", "decimal");
  for (const field of [plan.field(), plan.field("growth"), plan.limit("floor")]) {
    await expect(field).toHaveAttribute("inputmode", "text");
  }
});

test("a decrease is read as fewer than last year, never below nobody, and its gap is named", async ({ plan }) => {
  for (const [field, typed, people] of [["growth", "-5", 27_078], ["people", "−5%", 27_078], ["growth", "−500%", 0]] as const) {
    await plan.setTarget(typed, field);
    await plan.expectTotal(people);
    await expect(plan.targetStrip).toContainText(`= ${people.toLocaleString("de-DE")} người`);
    await expect(plan.problems).toContainText(/Tổng sàn 28\.503 lớn hơn mục tiêu/);
    await plan.undo();
    await plan.expectGiven(OPENING);
  }
});

test("a rate over 100% is said beside the field and the old plan stays, or the plan names the gap", async ({ plan }) => {
  await plan.setTarget("120", "rate");
  // The ceilings are 100% of the labour force: what cannot be given is named.
  await expect(plan.problems).toContainText(/Tổng trần 724\.640 nhỏ hơn mục tiêu/);
});

test("an emptied field goes back to what is in force", async ({ plan }) => {
  await plan.setTarget("");
  await expect(plan.field()).toHaveValue("35.002");
  await plan.expectGiven(OPENING);
  await expect(plan.undoButton).toHaveAttribute("aria-disabled", "true");
});

test("a typed target is said to be entered, and undo brings its source back", async ({ plan, page }) => {
  await page.getByText("Nguồn số", { exact: true }).click();
  const line = page.getByRole("listitem").filter({ hasText: "Mục tiêu BHXH tự nguyện 2023" });
  await expect(line).toContainText("35.002: suy ra từ số công bố (Mức cuối năm 2021: 28.503 + 6.499)");
  await plan.setTarget("36.500");
  await expect(line).toHaveText(/36\.500: tự nhập$/);
  await plan.undo();
  await expect(line).toContainText("35.002: suy ra từ số công bố (Mức cuối năm 2021: 28.503 + 6.499)");
});
