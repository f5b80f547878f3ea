// The explanation proves itself beyond one level and one year: levels, mixes, limits, periods and road maps, each
// redone from what stands on the screen, and landing on its cell.
import type { Page } from "@playwright/test";
import { Exact, redo, redoAll } from "./ledger";
import { expect, people, sum, test, type Line, type Plan } from "./page";
import { openProvince } from "./provinces";
import { RuleBar } from "./rule";

const ROUNDINGS = ["level", "remainder"] as const;

test("levels: offices and communes, each with what its own level shares", async ({ plan }) => {
  await plan.openScenario("Ví dụ: Tỉnh mẫu, cấp xã 2026");
  await test.step("as it opens", async () => expect(await redoAll(plan)).toBe(18));
  for (const [method, rounding] of [["labourForce", "remainder"], ["last", "level"], ["equal", "remainder"]] as const) {
    await test.step(`the province by ${method}, ${rounding}`, async () => {
      await plan.table.getByRole("rowheader", { name: "BHXH cơ sở Trung" }).click();
      await plan.chooseMethod(method);
      await plan.chooseRounding(rounding);
      expect(await redoAll(plan)).toBe(18);
    });
  }
  await test.step("an office by a rule of its own, with limits of every form and a lock", async () => {
    await plan.cell("Xã Bình Minh").click();
    await plan.chooseMethod("gap");
    await plan.setLimit("Xã Phú Nhuận", "floor", "9%");
    await plan.setLimit("Xã Tam Thanh", "ceiling", "+5%");
    await plan.lock("Xã Suối Trong", "400");
    await plan.explain("Xã Cồn Cát");
    await plan.leftOut().check();
    await expect(plan.cell("Xã Cồn Cát")).not.toHaveText(/\d/);
    expect(await redoAll(plan)).toBe(17);
  });
});

test("levels: districts and their communes, by the province's rule", async ({ plan }) => {
  await openProvince(plan, { communes: 40, districts: 5, target: 6_001 });
  for (const rounding of ROUNDINGS) {
    await plan.chooseRounding(rounding);
    expect(await redoAll(plan), rounding).toBe(45);
  }
  await plan.chooseMethod("gap");
  await plan.setTarget("+7,5%");
  expect(await redoAll(plan), "by people not yet insured").toBe(45);
});

test("mixes: the shares, the weights they make and the level that fits", async ({ plan, page }) => {
  const rule = new RuleBar(page);
  await rule.mixMethod.check();
  for (const rounding of ROUNDINGS) {
    await plan.chooseRounding(rounding);
    await test.step(`half and half, ${rounding}`, async () => expect(await redoAll(plan)).toBe(12));
  }
  await test.step("three drivers, limits and a lock", async () => {
    await rule.add("phần bằng nhau").click();
    await rule.field("phần bằng nhau").fill("37,5");
    await rule.field("phần bằng nhau").press("Enter");
    await plan.keep("211");
    await plan.lock("Mai Sơn", "4500");
    await plan.setLimit("Thuận Châu", "ceiling", "+25%");
    await plan.setLimit("Sốp Cộp", "floor", "4%");
    for (const rounding of ROUNDINGS) {
      await plan.chooseRounding(rounding);
      expect(await redoAll(plan), rounding).toBe(12);
    }
  });
  await test.step("the whole number", async () => {
    await plan.noUnitBelowLast.uncheck();
    await rule.sharedOut.selectOption({ label: "Chia toàn bộ số" });
    expect(await redoAll(plan)).toBe(12);
  });
});

test("limits: floors and ceilings as people, rates and growth, and locks, under several methods", async ({ plan }) => {
  await plan.setLimit("Sốp Cộp", "floor", "5%");
  await plan.setLimit("Bắc Yên", "floor", "+90%");
  await plan.setLimit("Vân Hồ", "floor", "1.900");
  await plan.setLimit("Thuận Châu", "ceiling", "3,5%");
  await plan.setLimit("Sông Mã", "ceiling", "+30%");
  await plan.setLimit("Mai Sơn", "ceiling", "4.300");
  await plan.lock("TP Sơn La", "4300");
  for (const method of ["lift", "labourForce", "equal"] as const) {
    for (const rounding of ROUNDINGS) {
      await plan.chooseMethod(method);
      await plan.chooseRounding(rounding);
      await expect(plan.recon.getByText("Khớp", { exact: true })).toBeVisible();
      await test.step(`${method}, ${rounding}`, async () => expect(await redoAll(plan)).toBe(12));
    }
  }
});

/** A period's number with its reason. */
interface Ended {
  row: string;
  period: string;
  shown: string;
  title: string;
  lines: Line[];
}

/** Selects the cells of the periods one after the other and reads what is said of each. */
function readPeriods(page: Page): Promise<Ended[]> {
  return page.locator("#periods").evaluate(async (section) => {
    const text = (part: Element | null | undefined) => (part as HTMLElement | null)?.innerText.trim() ?? "";
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const headings = [...section.querySelectorAll("thead th")].map(text).slice(2, -1);
    const found = [];
    for (const row of section.querySelectorAll("tbody tr[class]")) {
      const name = text(row.querySelector("th"));
      for (const [place, cell] of [...row.querySelectorAll<HTMLElement>("[data-period-cell]")].entries()) {
        const period = headings[place]!;
        const begins = `${name}, cuối ${period.charAt(0).toLowerCase()}${period.slice(1)}:`;
        const title = () => text(section.querySelector("#periods-why"));
        cell.click();
        for (let n = 0; n < 60 && !title().startsWith(begins); n += 1) await frame();
        const lines = [...section.querySelectorAll(".ledger tbody tr")].map((line) => {
          const [sign, label, amount] = [...line.children].map(text);
          return { sign: sign ?? "", label: label ?? "", amount: amount ?? "" };
        });
        found.push({ row: name, period, shown: text(cell), title: title(), lines });
      }
    }
    return found;
  });
}

/** Redoes every cell of the table; `cells` is how many there are, the line of all units among them. */
async function redoPeriods(page: Page, cells: number): Promise<void> {
  const all = await readPeriods(page);
  expect(all).toHaveLength(cells);
  for (const { row, period, shown, title, lines } of all) {
    expect(title, "the reason is that cell's").toContain(`${row}, cuối ${period.charAt(0).toLowerCase()}`);
    expect(title).toContain(`vì sao ${shown}?`);
    expect(redo(lines).result, title).toBe(BigInt(people(shown)!));
  }
  for (const period of new Set(all.map((one) => one.period))) {
    const column = all.filter((one) => one.period === period).map((one) => people(one.shown));
    expect(sum(column.slice(0, -1)), period).toBe(column.at(-1));
  }
}

test("periods: every quarter and month, evenly and by weights, up and down", async ({ plan, page }) => {
  await page.getByRole("button", { name: "Quý, tháng", exact: true }).click();
  const section = page.locator("#periods");
  await test.step("quarters", () => redoPeriods(page, 13 * 4));
  await test.step("quarters by weights", async () => {
    await section.getByRole("radio", { name: "Trọng số riêng" }).check();
    for (const [name, weight] of [["Quý I", "1"], ["Quý II", "0"], ["Quý III", "5"], ["Quý IV", "7"]] as const) {
      const field = section.getByRole("textbox", { name, exact: true });
      await field.fill(weight);
      await field.press("Enter");
      await expect(field).toHaveValue(weight);
    }
    await redoPeriods(page, 13 * 4);
  });
  await test.step("months, of a year that falls", async () => {
    await section.getByRole("radio", { name: "Đều nhau" }).check();
    await section.getByRole("radio", { name: "Tháng" }).check();
    await plan.noUnitBelowLast.uncheck();
    await plan.setTarget("27.001");
    await expect(section.getByText("Tổng từng tháng khớp · tháng 12 = cả năm")).toBeVisible();
    await redoPeriods(page, 13 * 12);
  });
});

/** The number that follows `mark` in a sentence. */
const POINT = String.raw`[\d.]+(?:,\d+)?%?`;

/** A year's reason redone; throws where the sentence does not come to its own result. Gives what it comes to. */
function redoYear(sentence: string): { year: string; people?: number } {
  const [, year = "", said = ""] = /^(\d{4}): (.*)$/.exec(sentence) ?? [];
  const wrong = (why: string) => new Error(`${why}: ${sentence}`);
  const way = new RegExp(`^(${POINT}) \\+ (\\d+)/(\\d+) × \\((${POINT}) − (${POINT})\\) = (${POINT})`).exec(said);
  if (way) {
    const [first, step, steps, last, from, printed] = way.slice(1).map((text) => Exact.read(text));
    if (first!.compare(from!) !== 0) throw wrong("another beginning");
    const exact = first!.plus(step!.over(steps!).times(last!.minus(from!)));
    if (!cutAs(exact, way[6]!)) throw wrong(`${exact} is not what is printed`);
    const rounded = new RegExp(`; làm tròn (${POINT})$`).exec(said)?.[1];
    if (rounded) {
      if (printed!.rounded() !== exact.rounded()) throw wrong("print and sum round apart");
      if (exact.rounded() !== Exact.read(rounded).top) throw wrong("not rounded the ordinary way");
      return { year, people: people(rounded)! };
    }
    const based = new RegExp(`; × \\S+ (${POINT}) = (${POINT})$`).exec(said);
    if (!based) return { year };
    if (exact.times(Exact.read(based[1]!)).rounded() !== Exact.read(based[2]!).top) throw wrong("another product");
    return { year, people: people(based[2]!)! };
  }
  const growth = new RegExp(`^(${POINT}) nhân (\\d+) lần với (${POINT}) = (${POINT})`).exec(said);
  if (growth) {
    let stands = Exact.read(growth[1]!);
    for (let times = 0; times < Number(growth[2]); times += 1) stands = stands.times(Exact.read(growth[3]!));
    if (stands.rounded() !== Exact.read(growth[4]!).top) throw wrong(`${stands.rounded()} comes out`);
    return { year, people: people(growth[4]!)! };
  }
  if (!/^(kết quả của năm|mục tiêu đã nhập)$/.test(said)) throw wrong("no reason");
  return { year };
}

/** Printed in full, or cut off after its last decimal, so that it rounds as the exact number does. */
function cutAs(exact: Exact, text: string): boolean {
  const places = (/,(\d+)/.exec(text)?.[1] ?? "").length + (text.includes("%") ? 2 : 0);
  const scale = new Exact(10n ** BigInt(places));
  return exact.isPrintedAs(text) || exact.times(scale).floor() === Exact.read(text).times(scale).rounded();
}

/** A row of the road map's table, without its heading. */
async function row(page: Page, heading: string): Promise<string[]> {
  const name = page.getByRole("rowheader", { name: heading, exact: true });
  return page.locator(".road-map__table").getByRole("row").filter({ has: name }).getByRole("cell").allInnerTexts();
}

async function redoRoad(plan: Plan): Promise<number> {
  const { page } = plan;
  const years = await page.locator(".road-map__table thead th").allInnerTexts();
  const shown = await row(page, "Số người");
  const changes = await row(page, "So với năm trước");
  const sentences = await page.locator(".road-map__why li").allInnerTexts();
  expect(sentences).toHaveLength(years.length);
  let redone = 0;
  for (const [place, sentence] of sentences.entries()) {
    const told = redoYear(sentence);
    expect(told.year).toBe(years[place]);
    if (told.people === undefined) continue;
    expect(told.people, sentence).toBe(people(shown[place]!));
    redone += 1;
  }
  for (let place = 1; place < years.length; place += 1) {
    expect(people(changes[place]!), years[place]).toBe(people(shown[place]!)! - people(shown[place - 1]!)!);
  }
  return redone;
}

test("a road map: every year between, by each of the ways, from its sentence", async ({ plan, page }) => {
  await page.getByRole("button", { name: "Lập lộ trình" }).click();
  const panel = page.getByRole("region", { name: /^Lộ trình/ });
  await panel.getByRole("textbox", { name: "Đến năm" }).fill("2030");
  await panel.getByRole("textbox", { name: "Mục tiêu năm cuối" }).fill("61.234");
  await panel.getByRole("button", { name: "Lập lộ trình" }).click();
  await panel.getByText("Vì sao?").click();
  for (const way of ["Chia đều số người", "Theo tốc độ", "Chia đều điểm %"]) {
    await test.step(way, async () => {
      await panel.getByRole("button", { name: way }).click();
      await expect(panel.getByRole("button", { name: way })).toHaveAttribute("aria-pressed", "true");
      expect(await redoRoad(plan)).toBe(6);
    });
  }
  await test.step("a year typed in between", async () => {
    const year = panel.getByRole("textbox", { name: "Mục tiêu năm 2026" });
    await year.fill("45.001");
    await year.press("Enter");
    await expect.poll(() => row(page, "Từ đâu")).toEqual(["kết quả", "đã nhập", "tính", "tính", "đã nhập", "tính", "tính", "tính", "đã nhập"]);
    expect(await redoRoad(plan)).toBe(5);
  });
});
