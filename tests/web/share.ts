// Handing a scenario on: the panel, and what the reader of a link meets.
import { expect, type Browser, type Locator, type Page } from "@playwright/test";
import { Plan, type Language } from "./page";

const WORDS = {
  vi: {
    share: "Chia sẻ",
    copy: /^Chép liên kết/,
    copied: "Đã chép liên kết.",
    link: "Liên kết",
    file: "Tải tệp .json",
    readOnly: "Chỉ xem: phương án này mở từ liên kết.",
    ownCopy: "Tạo bản của tôi để sửa",
    damaged: "Liên kết thiếu hoặc hỏng, có thể bị cắt khi gửi.",
  },
  en: {
    share: "Share",
    copy: /^Copy link/,
    copied: "Link copied.",
    link: "Link",
    file: "Download the .json file",
    readOnly: "View only",
    ownCopy: "Make my own copy to edit",
    damaged: "The link is cut or damaged.",
  },
} as const;

export class Share {
  /** What the page asked the server for, where that was watched. */
  readonly asked: string[] = [];

  constructor(readonly plan: Plan) {}

  get page(): Page {
    return this.plan.page;
  }

  get words(): (typeof WORDS)[Language] {
    return WORDS[this.plan.language];
  }

  get button(): Locator {
    return this.page.getByRole("button", { name: this.words.share, exact: true });
  }

  get panel(): Locator {
    return this.page.getByRole("region", { name: this.words.share, exact: true });
  }

  get copy(): Locator {
    return this.panel.getByRole("button", { name: this.words.copy });
  }

  get file(): Locator {
    return this.panel.getByRole("button", { name: this.words.file });
  }

  /** What every unit is given, by its name: on a phone the rows stand in another order. */
  async givenByUnit(): Promise<Record<string, number | null>> {
    const [units, given] = [await this.plan.units(), await this.plan.allGiven()];
    return Object.fromEntries(units.map((unit, place) => [unit, given[place] ?? null]));
  }

  /** Opens the panel and copies the link. */
  async link(): Promise<string> {
    await this.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await this.button.click();
    await this.copy.click();
    await expect(this.panel.getByText(this.words.copied)).toBeVisible();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  get banner(): Locator {
    return this.page.getByRole("status").filter({ hasText: this.words.readOnly });
  }

  get ownCopy(): Locator {
    return this.page.getByRole("button", { name: this.words.ownCopy });
  }

  get damaged(): Locator {
    return this.page.getByRole("status").filter({ hasText: this.words.damaged });
  }
}

/** Opens an address as somebody else would: in a profile of its own. */
export async function elsewhere(
  browser: Browser,
  url: string,
  { size = { width: 1440, height: 900 }, language = "vi" as Language, theme = "light" } = {},
): Promise<Share> {
  const context = await browser.newContext({ viewport: size, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh", reducedMotion: "reduce" });
  await context.addInitScript(([language, theme]) => {
    if (!localStorage.getItem("bao-phu/settings")) {
      localStorage.setItem("bao-phu/settings", JSON.stringify({ language, theme, places: {} }));
    }
  }, [language, theme]);
  const plan = new Plan(await context.newPage());
  plan.language = language;
  const share = new Share(plan);
  plan.page.on("request", (request) => share.asked.push(`${request.method()} ${request.url()}`));
  await plan.page.goto(url);
  await plan.ready();
  return share;
}
