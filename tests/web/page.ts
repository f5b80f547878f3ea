// The page as a reader meets it: by label and role. Specs know promises, this file knows the page.
import { expect, test as base, type Locator, type Page } from "@playwright/test";

export type Language = "vi" | "en";

/** What the page calls things; in one place, so that a reworded label is one change here. */
const WORDS = {
  vi: {
    people: "Số người",
    rate: /^Tỷ lệ, %/,
    growth: /^Tăng so với/,
    method: "Cách chia",
    methods: {
      lift: "Nâng nơi thấp trước",
      last: "Cùng tốc độ tăng",
      population: "Theo dân số",
      labourForce: "Theo LLLĐ",
      liable: "Theo số thuộc diện tham gia",
      gap: "Theo số chưa tham gia",
      equal: "Tăng đều số người",
    },
    rounding: "Làm tròn",
    roundings: { level: "Mức chung, làm tròn thường", remainder: "Số dư lớn nhất" },
    noFall: "Không đơn vị nào thấp hơn năm trước",
    kept: "Giữ ở tỉnh",
    floor: "Sàn",
    ceiling: "Trần",
    leftOut: "Không giao",
    undo: /^(Hoàn tác: |Chưa có gì để hoàn tác)/,
    redo: /^(Làm lại: |Chưa có gì để làm lại)/,
    theme: "Sáng, tối",
    scenario: "Phương án",
    indicator: "Chỉ tiêu",
    why: "Vì sao?",
    problems: "Có vấn đề cần sửa",
    fixes: "Cách gỡ",
    remarks: "Cần xem",
    recon: "Đối chiếu với mục tiêu",
    targetStrip: "Mục tiêu",
    cell: /^Giao cho /,
    total: "Toàn tỉnh",
    close: "Đóng",
  },
  en: {
    people: "People",
    rate: /^Rate, %/,
    growth: /^Growth on/,
    method: "Method",
    methods: {
      lift: "Lift the lowest first",
      last: "Equal growth",
      population: "By population",
      labourForce: "By labour force",
      liable: "By people liable",
      gap: "By people not yet insured",
      equal: "Equal increments",
    },
    rounding: "Rounding",
    roundings: { level: "Common level, ordinary rounding", remainder: "Largest remainder" },
    noFall: "No unit falls below last year",
    kept: "Kept at province",
    floor: "Floor",
    ceiling: "Ceiling",
    leftOut: "Left out",
    undo: /^(Undo: |Nothing to undo)/,
    redo: /^(Redo: |Nothing to redo)/,
    theme: "Light, dark",
    scenario: "Scenario",
    indicator: "Indicator",
    why: "Why?",
    problems: "There is a problem",
    fixes: "Fixes",
    remarks: "Worth a look",
    recon: "Reconciliation with the target",
    targetStrip: "Target",
    cell: /^Target for /,
    total: "Province",
    close: "Close",
  },
} as const;

export type Method = keyof (typeof WORDS)["vi"]["methods"];
export type Rounding = keyof (typeof WORDS)["vi"]["roundings"];
export type TargetField = "people" | "rate" | "growth";
export type Column = "unit" | "last" | "given" | "change" | "beside" | "before" | "track" | "after" | "difficulty";

/** One line of a ledger as it is printed. */
export interface Line {
  sign: string;
  label: string;
  amount: string;
}

/** A unit's given number with its reason. */
export interface Explained {
  unit: string;
  parent: string | null;
  given: number | null;
  heading: string;
  lines: Line[];
}
/** What Playwright itself says where a test lets no worker in (playwright.config.ts). */
export const BLOCKED = "Service Worker registration blocked by Playwright";

/** The names of Sơn La's units, in document order. */
export const SON_LA = [
  "TP Sơn La", "Mộc Châu", "Mai Sơn", "Quỳnh Nhai", "Phù Yên", "Yên Châu",
  "Mường La", "Vân Hồ", "Thuận Châu", "Sông Mã", "Bắc Yên", "Sốp Cộp",
] as const;

/** What Sơn La's units get when the example opens. */
export const OPENING = [4039, 3763, 4271, 1717, 3064, 2135, 2599, 1671, 4549, 4038, 1810, 1346] as const;

/** Keys under which the page keeps things. */
export const KEYS = {
  index: "bao-phu/index",
  settings: "bao-phu/settings",
  scenario: "bao-phu/scenario/",
  history: "bao-phu/history/",
  snapshot: "bao-phu/snapshot/",
  aside: "bao-phu/aside/",
} as const;

export class Plan {
  language: Language = "vi";

  constructor(readonly page: Page) {}

  get words(): (typeof WORDS)[Language] {
    return WORDS[this.language];
  }

  /** Opens the page and waits until it calculates. */
  async open(): Promise<void> {
    await this.page.goto("./");
    await this.ready();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  /** The table takes keys: the calculator runs. */
  async ready(): Promise<void> {
    await expect(this.table.locator('[tabindex="0"]')).toHaveCount(1);
  }

  // The target.

  field(field: TargetField = "people"): Locator {
    const name = this.words[field];
    return this.page.getByRole("textbox", { name, exact: true });
  }

  /** Types in place of what was there, key by key. */
  async type(text: string, field: TargetField = "people"): Promise<void> {
    await this.field(field).selectText();
    await this.page.keyboard.insertText("");
    await this.field(field).pressSequentially(text);
  }

  async setTarget(text: string, field: TargetField = "people"): Promise<void> {
    await this.field(field).fill(text);
    await this.field(field).press("Enter");
  }

  /** How the page read the target, and a range where there is one. */
  get targetStrip(): Locator {
    return this.page.getByRole("region", { name: this.words.targetStrip, exact: true });
  }

  // The rule.

  method(method: Method): Locator {
    return this.page.getByRole("radio", { name: this.words.methods[method] });
  }

  async chooseMethod(method: Method): Promise<void> {
    await this.method(method).check();
  }

  async chooseRounding(rounding: Rounding): Promise<void> {
    await this.rounding.selectOption({ label: this.words.roundings[rounding] });
  }

  get rounding(): Locator {
    return this.page.getByRole("combobox", { name: this.words.rounding });
  }

  get noUnitBelowLast(): Locator {
    return this.page.getByRole("checkbox", { name: this.words.noFall });
  }

  get kept(): Locator {
    return this.page.getByRole("textbox", { name: this.words.kept });
  }

  async keep(people: string): Promise<void> {
    await this.kept.fill(people);
    await this.kept.press("Enter");
  }

  // The table.

  get table(): Locator {
    return this.page.getByRole("grid").or(this.page.getByRole("treegrid")).and(this.page.locator("#plan-table"));
  }

  row(unit: string): Locator {
    return this.table.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name: unit, exact: true }) });
  }

  cell(unit: string, column: Column = "given"): Locator {
    return this.row(unit).locator(`[data-column="${column}"]`);
  }

  /** What the unit is given; null where it is given nothing. */
  async given(unit: string): Promise<number | null> {
    return people(await this.cell(unit).innerText());
  }

  /** What every unit is given, in the order of the table. */
  async allGiven(): Promise<(number | null)[]> {
    const texts = await this.table.locator('tbody [data-column="given"]').allInnerTexts();
    return texts.map(people);
  }

  async expectGiven(column: readonly (number | null)[]): Promise<void> {
    await expect.poll(() => this.allGiven()).toEqual(column);
  }

  async units(): Promise<string[]> {
    return (await this.table.locator('tbody [data-column="unit"]').allInnerTexts()).map((name) => name.trim());
  }

  /** The province's own line. */
  async total(column: Column = "given"): Promise<string> {
    return (await this.cell(this.words.total, column).innerText()).trim();
  }

  async expectTotal(total: number): Promise<void> {
    await expect.poll(async () => people(await this.total())).toBe(total);
  }

  /** Opens the cell by typing; leaves it in edit. */
  async typeInCell(unit: string, text: string): Promise<void> {
    await this.cell(unit).click();
    await this.page.keyboard.type(text);
  }

  /** Typing fixes the cell; on a phone, in the sheet that a tap opens. */
  async lock(unit: string, text: string): Promise<void> {
    if ((this.page.viewportSize()?.width ?? 0) < 900) {
      await this.cell(unit).click();
      await this.inspector.getByRole("textbox", { name: /^(Giao|Target) \d{4}$/ }).fill(text);
      await this.page.keyboard.press("Enter");
      await this.page.keyboard.press("Escape");
      return;
    }
    await this.typeInCell(unit, text);
    await this.page.keyboard.press("Enter");
  }

  get editor(): Locator {
    return this.table.getByRole("textbox", { name: this.words.cell });
  }

  // Why.

  get inspector(): Locator {
    return this.page.getByRole("complementary", { name: this.words.why });
  }

  async explain(unit: string, column: Column = "given"): Promise<void> {
    await this.cell(unit, column).click();
    if (column === "given" && unit !== this.words.total) {
      await expect(this.inspector.getByRole("heading").first()).toContainText(unit);
    }
  }

  /** The ledger on screen, line by line. */
  async ledger(): Promise<Line[]> {
    return this.inspector.locator(".ledger").evaluate((table) =>
      [...table.querySelectorAll("tbody tr")].map((row) => {
        const [sign, label, amount] = [...row.children].map((cell) => (cell as HTMLElement).innerText.trim());
        return { sign: sign ?? "", label: label ?? "", amount: amount ?? "" };
      }),
    );
  }

  /**
   * The reason of every unit's given number, one click after the other, without waiting on the wire in between.
   * Where there are levels, `parent` is the unit whose number is shared out among these.
   */
  async ledgers(): Promise<Explained[]> {
    const inspector = await this.inspector.elementHandle();
    const read = await this.table.evaluate(async (table, inspector) => {
      const text = (part: Element | null | undefined) => (part as HTMLElement | null)?.innerText.trim() ?? "";
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const found = [];
      const above: string[] = [];
      for (const row of table.querySelectorAll("tbody tr[data-row]")) {
        const cell = row.querySelector<HTMLElement>('[data-column="given"]')!;
        const head = row.querySelector('[data-column="unit"]')!;
        const unit = text(head.querySelector(".grid__name") ?? head);
        const level = Number(head.getAttribute("aria-level") ?? 1);
        above.splice(level - 1, above.length, unit);
        cell.click();
        for (let n = 0; n < 60 && !text(inspector!.querySelector("h2")).includes(unit); n += 1) await frame();
        const lines = [...inspector!.querySelectorAll(".ledger tbody tr")].map((line) => {
          const [sign, label, amount] = [...line.children].map(text);
          return { sign: sign ?? "", label: label ?? "", amount: amount ?? "" };
        });
        found.push({ unit, parent: above[level - 2] ?? null, given: text(cell), heading: text(inspector!.querySelector("h2")), lines });
      }
      return found;
    }, inspector);
    return read.map((one) => ({ ...one, given: people(one.given) }));
  }

  limit(side: "floor" | "ceiling"): Locator {
    return this.inspector.getByRole("textbox", { name: this.words[side], exact: true });
  }

  /** Sets a floor or a ceiling of a unit; an empty text takes it away. */
  async setLimit(unit: string, side: "floor" | "ceiling", text: string): Promise<void> {
    await this.explain(unit);
    await this.limit(side).fill(text);
    await this.limit(side).press("Enter");
  }

  leftOut(): Locator {
    return this.inspector.getByRole("checkbox", { name: this.words.leftOut });
  }

  // What the page says.

  get recon(): Locator {
    return this.page.getByRole("region", { name: this.words.recon });
  }

  get problems(): Locator {
    return this.page.getByRole("region", { name: this.words.problems });
  }

  get remarks(): Locator {
    return this.page.getByRole("region", { name: this.words.remarks });
  }

  cure(name: RegExp | string): Locator {
    return this.problems.getByRole("group", { name: this.words.fixes }).getByRole("button", { name });
  }

  /** The message of a field that was refused: what its aria-describedby points at. */
  async errorOf(field: Locator): Promise<string> {
    const id = (await field.getAttribute("aria-describedby"))!;
    return (await this.page.locator(`#${id}`).innerText()).trim();
  }

  /** Refused, and the reason stands beside the field: no further than its own size away. */
  async expectRefused(field: Locator, message: RegExp | string): Promise<void> {
    await expect(field).toHaveAttribute("aria-invalid", "true");
    const id = (await field.getAttribute("aria-describedby"))!;
    const error = this.page.locator(`#${id}`);
    await expect(error).toBeVisible();
    await expect(error).toContainText(message);
    const [at, beside] = [(await field.boundingBox())!, (await error.boundingBox())!];
    expect(Math.abs(beside.y - (at.y + at.height)), "the message is just below its field").toBeLessThan(40);
    expect(beside.x + beside.width, "…and beside it").toBeGreaterThan(at.x - 8);
    expect(beside.x, "…and beside it").toBeLessThan(at.x + at.width + 8);
  }

  // History, language, theme, scenarios.

  get undoButton(): Locator {
    return this.page.getByRole("button", { name: this.words.undo });
  }

  get redoButton(): Locator {
    return this.page.getByRole("button", { name: this.words.redo });
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press("Control+z");
  }

  async redo(): Promise<void> {
    await this.page.keyboard.press("Control+y");
  }

  async switchTo(language: Language): Promise<void> {
    const name = language === "vi" ? "Tiếng Việt" : "English";
    await this.page.getByRole("button", { name }).click();
    this.language = language;
    await expect(this.page.locator("html")).toHaveAttribute("lang", language);
  }

  async switchTheme(): Promise<void> {
    await this.page.getByRole("button", { name: this.words.theme }).click();
  }

  get scenario(): Locator {
    return this.page.getByRole("combobox", { name: this.words.scenario });
  }

  async openScenario(label: string): Promise<void> {
    await this.scenario.selectOption({ label });
  }

  /** The name of what is open, as the menu shows it. */
  async scenarioName(): Promise<string> {
    return this.scenario.evaluate((menu) => (menu as HTMLSelectElement).selectedOptions[0]?.label ?? "");
  }

  get indicator(): Locator {
    return this.page.getByRole("combobox", { name: this.words.indicator });
  }

  // What is kept.

  async keys(prefix = "bao-phu/"): Promise<string[]> {
    return this.page.evaluate(
      (prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix)).sort(),
      prefix,
    );
  }

  async stored(key: string): Promise<string | null> {
    return this.page.evaluate((key) => localStorage.getItem(key), key);
  }

  async store(key: string, text: string): Promise<void> {
    await this.page.evaluate(([key, text]) => localStorage.setItem(key!, text!), [key, text]);
  }

  /** Removes every key with this prefix, as a cleaned profile would. */
  async forget(prefix: string): Promise<void> {
    await this.page.evaluate((prefix) => {
      for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
    }, prefix);
  }

  /** Says that what is on screen can only be looked at; not there while it may be changed. */
  get readOnly(): Locator {
    return this.page.locator(".read-only");
  }

  /** Waits until the page says that what is on screen is kept. */
  async saved(): Promise<void> {
    await expect(this.page.getByText(this.language === "vi" ? /^Đã lưu trong máy/ : /^Saved on this device/)).toBeVisible();
  }
}

/** People in a cell, whatever the language's marks; null where there is no number. */
export function people(text: string): number | null {
  const found = /[+−]?\d[\d.,]*/.exec(text.replaceAll("\u00a0", " "));
  if (!found) return null;
  const digits = Number(found[0].replace(/[^\d]/g, ""));
  return found[0].startsWith("−") ? -digits : digits;
}

export function sum(numbers: readonly (number | null)[]): number {
  return numbers.reduce<number>((all, one) => all + (one ?? 0), 0);
}

/**
 * Every spec's page: a fresh profile that must stay quiet. Anything the browser complains about, and any
 * request to another host, fails the test it happened in.
 */
export const test = base.extend<{ plan: Plan; quiet: void }>({
  quiet: [
    async ({ context, page, baseURL }, use) => {
      const origin = new URL(baseURL!).origin;
      const complaints: string[] = [];
      context.on("request", (request) => {
        const url = request.url();
        if (!/^(data|blob):/.test(url) && new URL(url).origin !== origin) complaints.push(`asks ${url}`);
      });
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type()) && message.text() !== BLOCKED) complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("dialog", (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await use();
      expect(complaints, "nothing to complain about").toEqual([]);
    },
    { auto: true },
  ],
  plan: async ({ page }, use) => {
    const plan = new Plan(page);
    await plan.open();
    await use(plan);
  },
});

export { expect };
