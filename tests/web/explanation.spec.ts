// The explanation proves itself: whatever ledger the page shows is redone with exact decimal arithmetic,
// from its visible text alone, and must land on the cell.
import { expect, people, test, type Line, type Plan } from "./page";

/** A fraction: as exact as the arithmetic a reader does on paper. */
class Exact {
  constructor(readonly top: bigint, readonly bottom: bigint = 1n) {}

  static read(text: string): Exact {
    const plain = text.replaceAll(".", "").replace("−", "-").replace("+", "").replace("%", "");
    const [whole = "", decimals = ""] = plain.split(",");
    if (!/^-?\d+$/.test(whole) || !/^\d*$/.test(decimals)) throw new Error(`not a number: “${text}”`);
    const number = new Exact(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
    return text.includes("%") ? number.over(new Exact(100n)) : number;
  }

  plus(other: Exact): Exact {
    return new Exact(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }

  minus(other: Exact): Exact {
    return this.plus(new Exact(-other.top, other.bottom));
  }

  times(other: Exact): Exact {
    return new Exact(this.top * other.top, this.bottom * other.bottom);
  }

  over(other: Exact): Exact {
    const sign = other.top < 0n ? -1n : 1n;
    return new Exact(this.top * other.bottom * sign, this.bottom * other.top * sign);
  }

  floor(): bigint {
    const down = this.top / this.bottom;
    return this.top < 0n && down * this.bottom !== this.top ? down - 1n : down;
  }

  /** The nearest whole number; halves away from zero, as people round. */
  rounded(): bigint {
    return this.top < 0n
      ? -new Exact(-this.top, this.bottom).rounded()
      : this.plus(new Exact(1n, 2n)).floor();
  }

  compare(other: Exact): number {
    const difference = this.top * other.bottom - other.top * this.bottom;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  /** Printed to as many places as `text` has. */
  isPrintedAs(text: string): boolean {
    const places = (/,(\d+)/.exec(text)?.[1] ?? "").length + (text.includes("%") ? 2 : 0);
    const scale = new Exact(10n ** BigInt(places));
    return this.times(scale).rounded() === Exact.read(text).times(scale).rounded();
  }

  toString(): string {
    return `${this.top}/${this.bottom}`;
  }
}

interface Redone {
  result: bigint;
  /** What the units that share get together, and this unit's own part of it: they must add up over all units. */
  shared?: bigint;
  part?: bigint;
}

/** Redoes a ledger; throws where a line does not follow from those above it. */
function redo(lines: Line[]): Redone {
  let stands: Exact | undefined;
  let level: { value: Exact; low?: Exact; high?: Exact } | undefined;
  let weight: Exact | undefined;
  let shared: bigint | undefined;
  let part: bigint | undefined;
  let held = false;
  let tied = false;
  const trouble = (line: Line, why: string) =>
    new Error(`${why} at “${line.sign} ${line.label} ${line.amount}” of\n${lines.map((l) => `${l.sign} | ${l.label} | ${l.amount}`).join("\n")}`);
  for (const line of lines) {
    if (/^\(?từ /.test(line.amount)) {
      const ends = line.amount.match(/[\d.,]+%?/g) ?? [];
      if (!level || !ends[0]) throw trouble(line, "a range without a level");
      level.low = Exact.read(ends[0]);
      if (ends[1]) level.high = Exact.read(ends[1]);
      if (level.low.compare(level.value) > 0) throw trouble(line, "the level is below its range");
      if (level.high && level.high.compare(level.value) < 0) throw trouble(line, "the level is above its range");
      continue;
    }
    const amount = Exact.read(line.amount);
    switch (line.sign) {
      case "":
        stands = amount;
        if (line.label.startsWith("mức chung")) level = { value: amount };
        break;
      case "+":
        stands = stands?.plus(amount);
        if (part !== undefined && !/năm trước/.test(line.label)) part += amount.top;
        if (/ngang nhau/.test(line.label)) tied = true;
        const rank = /hạng (\d+); (\d+) hạng đầu/.exec(line.label);
        if (rank && Number(rank[1]) <= Number(rank[2]) !== (amount.top === 1n)) throw trouble(line, "one more against the rank");
        break;
      case "−":
        stands = stands?.minus(amount);
        break;
      case "×":
        stands = stands?.times(amount);
        weight = amount;
        break;
      case ":":
        stands = stands?.over(amount);
        break;
      case "=":
        if (!stands?.isPrintedAs(line.amount)) throw trouble(line, `${stands} is not what is printed`);
        if (/cùng (chia|nâng)/.test(line.label)) shared = amount.top;
        if (line.label === "phần chia") {
          // A reader with a calculator rounds what is printed.
          if (/^\d+$/.test(line.amount.replaceAll(".", ""))) throw trouble(line, "a share shows decimals");
          stands = amount;
        }
        break;
      case "›":
        if (!stands) throw trouble(line, "nothing to change");
        if (line.label === "làm tròn thường") {
          if (stands.rounded() !== amount.top) throw trouble(line, "not rounded the ordinary way");
          part = amount.top;
        } else if (line.label === "phần nguyên") {
          if (stands.floor() !== amount.top) throw trouble(line, "not the whole part");
          part = amount.top;
        } else if (line.label === "nâng lên sàn") {
          if (amount.compare(stands) < 0) throw trouble(line, "a floor below what stands");
          held = true;
        } else if (line.label === "dừng ở trần") {
          if (amount.compare(stands) > 0) throw trouble(line, "a ceiling above what stands");
          held = true;
        } else throw trouble(line, "an unknown change");
        stands = amount;
        break;
      default:
        throw trouble(line, "an unknown sign");
    }
  }
  if (!stands || stands.bottom !== 1n) throw new Error("the ledger comes to no whole number");
  // Every level of the printed interval gives this unit the same.
  if (level?.low && part !== undefined && !held && !tied) {
    for (const end of [level.low, level.high]) {
      const share = end && weight ? end.times(weight) : end;
      if (share && share.rounded() !== part) throw new Error(`the end ${end} of the interval gives ${share.rounded()}, not ${part}`);
    }
  }
  return { result: stands.top, shared, part: held ? undefined : part };
}

/** Goes through the column of given numbers, cell by cell, and redoes every ledger it meets. */
async function redoAll(plan: Plan): Promise<number> {
  let pool: bigint | undefined;
  let parts = 0n;
  let redone = 0;
  for (const { unit, given, heading, lines } of await plan.ledgers()) {
    expect(heading).toContain(unit);
    if (given === null) continue;
    expect(lines.length, unit).toBeGreaterThan(0);
    const { result, shared, part } = redo(lines);
    expect(result, `${unit}\n${lines.map((l) => `${l.sign} ${l.label} ${l.amount}`).join("\n")}`).toBe(BigInt(given));
    expect(people(heading.slice(heading.indexOf(unit) + unit.length))).toBe(given);
    if (shared !== undefined) {
      if (pool !== undefined) expect(shared, `${unit}: all ledgers share one pool`).toBe(pool);
      pool = shared;
    }
    if (part !== undefined) parts += part;
    redone += 1;
  }
  // The one printed level reproduces every row, so the parts of all rows are the pool.
  if (pool !== undefined) expect(parts, "the parts add up to what is shared").toBe(pool);
  return redone;
}

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
