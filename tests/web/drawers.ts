// The drawers over the right side, by label and role.
import type { Locator, Page } from "@playwright/test";

const WORDS = {
  vi: { history: "Lịch sử", checks: /^Kiểm tra \(\d+\)$/, close: "Đóng", present: /đang ở đây/, back: "Quay lại nhánh này", branch: /^Nhánh đã bỏ/ },
  en: { history: "History", checks: /^Checks \(\d+\)$/, close: "Close", present: /you are here/, back: "Return to this branch", branch: /^Abandoned branch/ },
} as const;

export class Drawer {
  constructor(
    readonly page: Page,
    readonly kind: "history" | "checks",
    readonly language: keyof typeof WORDS = "vi",
  ) {}

  get words(): (typeof WORDS)[keyof typeof WORDS] {
    return WORDS[this.language];
  }

  /** The button in the header. */
  get opener(): Locator {
    return this.page.getByRole("banner").getByRole("button", { name: this.words[this.kind], exact: true });
  }

  get drawer(): Locator {
    return this.page.getByRole("complementary", { name: this.words[this.kind], exact: true });
  }

  get heading(): Locator {
    return this.drawer.getByRole("heading", { level: 2 });
  }

  async open(): Promise<void> {
    await this.opener.click();
  }

  /** The steps that can be gone to, newest first, by their names. */
  get steps(): Locator {
    return this.drawer.locator("button[id^=history-step-]");
  }

  step(name: string | RegExp): Locator {
    return this.steps.filter({ hasText: name });
  }

  get branches(): Locator {
    return this.drawer.getByRole("group").filter({ hasText: this.words.branch });
  }
}
