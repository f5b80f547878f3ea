// The rule bar as a reader meets it: the thumbnails, what is shared out, the shares of a mix, whose rule it is.
import { expect, type Locator, type Page } from "@playwright/test";

const WORDS = {
  vi: {
    mix: "Kết hợp theo trọng số",
    sharedOut: "Phần đem chia",
    shares: "Tỷ trọng",
    share: (driver: string) => `Tỷ trọng của ${driver}`,
    lock: (driver: string) => `Khóa tỷ trọng của ${driver}`,
    remove: (driver: string) => `Bỏ ${driver}`,
  },
} as const;

export class RuleBar {
  readonly words = WORDS.vi;

  constructor(readonly page: Page) {}

  method(name: string): Locator {
    return this.page.getByRole("radio", { name, exact: true });
  }

  get mixMethod(): Locator {
    return this.method(this.words.mix);
  }

  /** The bars drawn in a method's chip; nothing where it has none. */
  async bars(name: string): Promise<number> {
    const chip = this.page.locator("label").filter({ has: this.method(name) });
    const outline = chip.locator("svg path");
    if ((await outline.count()) === 0) return 0;
    return ((await outline.getAttribute("d")) ?? "").split("M").length - 1;
  }

  /** Thumbnails are drawn a moment after the plan: this waits until a chip has so many bars. */
  async expectBars(name: string, bars: number): Promise<void> {
    await expect.poll(() => this.bars(name), name).toBe(bars);
  }

  /** What the bars of a method's chip look like. */
  async outline(name: string): Promise<string | null> {
    return this.page.locator("label").filter({ has: this.method(name) }).locator("svg path").getAttribute("d");
  }

  get sharedOut(): Locator {
    return this.page.getByRole("combobox", { name: this.words.sharedOut });
  }

  get panel(): Locator {
    return this.page.getByRole("region", { name: this.words.shares });
  }

  slider(driver: string): Locator {
    return this.panel.getByRole("slider", { name: this.words.share(driver), exact: true });
  }

  field(driver: string): Locator {
    return this.panel.getByRole("textbox", { name: this.words.share(driver), exact: true });
  }

  lock(driver: string): Locator {
    return this.panel.getByRole("button", { name: this.words.lock(driver), exact: true });
  }

  remove(driver: string): Locator {
    return this.panel.getByRole("button", { name: this.words.remove(driver), exact: true });
  }

  add(driver: string): Locator {
    return this.panel.getByRole("button", { name: driver });
  }

  /** The shares as they are printed, in the order of the rows. */
  async shares(): Promise<string[]> {
    return this.panel.getByRole("textbox").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  }

  async expectShares(shares: readonly string[]): Promise<void> {
    await expect.poll(() => this.shares()).toEqual(shares);
  }
}
