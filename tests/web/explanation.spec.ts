// The explanation proves itself: whatever ledger the page shows is redone with exact decimal arithmetic,
// from its visible text alone, and must land on the cell.
import { expect, test } from "./page";
import { Exact, redo, redoAll } from "./ledger";

const METHODS = ["lift", "last", "labourForce", "gap", "equal"] as const;
const ROUNDINGS = ["level", "remainder"] as const;

for (const method of METHODS) {
  for (const rounding of ROUNDINGS) {
    test(`${method}, ${rounding}: every ledger lands on its cell, with locks and limits too`, async ({ plan }) => {
      await plan.chooseMethod(method);
      await plan.chooseRounding(rounding);
      await test.step("as it opens", async () => expect(await redoAll(plan)).toBe(12));
      await test.step("another target, some kept at the province", async () => {
        await plan.setTarget("36.511");
        await plan.keep("317");
        expect(await redoAll(plan)).toBe(12);
      });
      await test.step("a lock, a floor and a ceiling", async () => {
        await plan.lock("TP Sơn La", "4300");
        await plan.setLimit("Sốp Cộp", "floor", "2.000");
        await plan.setLimit("Thuận Châu", "ceiling", "3.500");
        await expect(plan.recon.getByText("Khớp", { exact: true })).toBeVisible();
        expect(await redoAll(plan)).toBe(12);
      });
      await test.step("a unit left out", async () => {
        await plan.explain("Vân Hồ");
        await plan.leftOut().check();
        expect(await redoAll(plan)).toBe(11);
      });
    });
  }
}

for (const rounding of ROUNDINGS) {
  test(`a decrease, ${rounding}: every ledger lands on its cell`, async ({ plan }) => {
    await plan.noUnitBelowLast.uncheck();
    await plan.chooseRounding(rounding);
    await plan.setTarget("27.001");
    await plan.expectTotal(27_001);
    await expect(plan.recon.getByText("Khớp", { exact: true })).toBeVisible();
    expect(await redoAll(plan)).toBe(12);
  });
}

test("ties are redone too: two units of one size, one place", async ({ plan }) => {
  await plan.chooseMethod("labourForce");
  let ties = 0;
  for (let target = 35_000; target < 35_012; target += 1) {
    await plan.setTarget(String(target));
    await plan.expectTotal(target);
    if (await plan.remarks.getByText(/ngang nhau/).count()) ties += 1;
    expect(await redoAll(plan)).toBe(12);
  }
  expect(ties, "some of these targets tie").toBeGreaterThan(0);
});

test("Hải Dương: every ledger lands on its cell", async ({ plan }) => {
  await plan.openScenario("Ví dụ: Hải Dương 2024");
  await plan.expectTotal(335_026);
  for (const method of ["last", "equal"] as const) {
    for (const rounding of ROUNDINGS) {
      await plan.chooseMethod(method);
      await plan.chooseRounding(rounding);
      expect(await redoAll(plan)).toBe(8);
    }
  }
});

test("every other column is explained as well", async ({ plan }) => {
  for (const unit of ["Thuận Châu", "TP Sơn La", "Toàn tỉnh"]) {
    for (const column of ["last", "change", "before", "after"] as const) {
      await plan.explain(unit, column);
      const shown = (await plan.cell(unit, column).innerText()).trim();
      await expect(plan.inspector.getByRole("heading").first()).toContainText(shown);
      const lines = await plan.ledger();
      const last = lines.at(-1)!;
      expect(last.amount.replace("%", ""), `${unit}, ${column}`).toBe(shown.replace(/^\+/, "").replace("%", ""));
      let stands: Exact | undefined;
      for (const { sign, amount } of lines) {
        const number = Exact.read(amount);
        if (sign === "") stands = number;
        else if (sign === "−") stands = stands!.minus(number);
        else if (sign === ":") stands = stands!.over(number);
        else if (sign === "=") expect(stands!.isPrintedAs(amount), `${unit}, ${column}: ${amount}`).toBe(true);
        else throw new Error(sign);
      }
    }
  }
});

test("the province's own number is the sum of what is given, kept and remaining", async ({ plan }) => {
  await plan.keep("317");
  await plan.explain("Toàn tỉnh");
  expect(redo(await plan.ledger()).result).toBe(35_002n);
});

test("a locked cell says who set it", async ({ plan }) => {
  await plan.lock("TP Sơn La", "4300");
  await plan.explain("TP Sơn La");
  await expect(plan.inspector).toContainText("Do bạn đặt 4.300; phần còn lại chia cho 11 đơn vị.");
});

test("the explanation is copied as text", async ({ plan, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await plan.explain("Thuận Châu");
  await plan.inspector.getByRole("button", { name: "Chép lời giải thích" }).click();
  await expect(plan.inspector.getByText("Đã chép.")).toBeVisible();
  const text = await plan.page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain("Vì sao Thuận Châu được giao 4.549?");
  expect(text).toContain("4,5737%");
  expect(text).toMatch(/ĐƯỢC GIAO +4\.549$/m);
});
