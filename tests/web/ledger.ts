// A ledger redone as a reader would on paper: with exact decimal arithmetic, from its visible text alone.
import { expect, people, type Explained, type Line, type Plan } from "./page";

/** A fraction: as exact as the arithmetic a reader does on paper. */
export class Exact {
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

export interface Redone {
  result: bigint;
  /** What the units that share get together, and this unit's own part of it: they must add up over all units. */
  shared?: bigint;
  part?: bigint;
}

/** Redoes a ledger; throws where a line does not follow from those above it. */
export function redo(lines: Line[]): Redone {
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
  if (!stands || stands.top % stands.bottom !== 0n) throw new Error("the ledger comes to no whole number");
  // Every level of the printed interval gives this unit the same.
  if (level?.low && part !== undefined && !held && !tied) {
    for (const end of [level.low, level.high]) {
      const share = end && weight ? end.times(weight) : end;
      if (share && share.rounded() !== part) throw new Error(`the end ${end} of the interval gives ${share.rounded()}, not ${part}`);
    }
  }
  return { result: stands.top / stands.bottom, shared, part: held ? undefined : part };
}

/**
 * Goes through the column of given numbers, cell by cell, and redoes every ledger it meets, at every level.
 * Returns how many it redid.
 */
export async function redoAll(plan: Plan): Promise<number> {
  const all = await plan.ledgers();
  const nodes = new Set(all.map((one) => one.parent));
  let redone = 0;
  for (const node of nodes) {
    const shared = all.find((one) => one.unit === node)?.given ?? undefined;
    redone += redoNode(all.filter((one) => one.parent === node), node, shared);
  }
  return redone;
}

/** Redoes the ledgers of the units that share one number: what `node` is given on screen, or the province's target. */
function redoNode(units: Explained[], node: string | null, given: number | undefined): number {
  let pool: bigint | undefined;
  let parts = 0n;
  let redone = 0;
  for (const { unit, given: cell, heading, lines } of units) {
    expect(heading).toContain(unit);
    if (cell === null) continue;
    expect(lines.length, unit).toBeGreaterThan(0);
    const { result, shared, part } = redo(lines);
    expect(result, `${unit}\n${lines.map((l) => `${l.sign} ${l.label} ${l.amount}`).join("\n")}`).toBe(BigInt(cell));
    expect(people(heading.slice(heading.indexOf(unit) + unit.length))).toBe(cell);
    const target = lines.find((line) => line.label === `Mục tiêu ${node}`);
    if (target) expect(people(target.amount), `${unit} shares what ${node} is given`).toBe(given);
    if (shared !== undefined) {
      if (pool !== undefined) expect(shared, `${unit}: all ledgers share one pool`).toBe(pool);
      pool = shared;
      if (node) expect(target, `${unit} begins with what ${node} is given`).toBeDefined();
    }
    if (part !== undefined) parts += part;
    redone += 1;
  }
  // The one printed level reproduces every row, so the parts of all rows are the pool.
  if (pool !== undefined) expect(parts, "the parts add up to what is shared").toBe(pool);
  return redone;
}
