// The library of scenarios, by label and role.
import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";

const WORDS = {
  vi: {
    link: "Phương án…",
    title: "Các phương án",
    mine: "Phương án của tôi",
    deleted: "Đã xóa gần đây",
    examples: "Ví dụ",
    begin: "Phương án mới",
    openFile: "Mở tệp .json…",
    search: "Tìm phương án",
    order: "Xếp theo",
    orders: { written: "ghi gần nhất", name: "tên", size: "dung lượng" },
    describe: "Tên, ghi chú",
    duplicate: "Nhân bản",
    copyExample: "Tạo bản của tôi",
    file: "Tải tệp .json",
    delete: "Xóa",
    restore: "Hoàn tác",
    purge: "Xóa hẳn",
    open: "Mở",
    name: "Tên phương án",
    note: "Ghi chú",
    done: "Xong",
    cancel: "Thôi",
  },
  en: {
    link: "Scenarios…",
    title: "Scenarios",
    mine: "My scenarios",
    deleted: "Recently deleted",
    examples: "Examples",
    begin: "New scenario",
    openFile: "Open a .json file…",
    search: "Find a scenario",
    order: "Sort by",
    orders: { written: "last saved", name: "name", size: "size" },
    describe: "Name, note",
    duplicate: "Duplicate",
    copyExample: "Make my own copy",
    file: "Download .json",
    delete: "Delete",
    restore: "Undo",
    purge: "Delete for good",
    open: "Open",
    name: "Name of the scenario",
    note: "Note",
    done: "Done",
    cancel: "Cancel",
  },
} as const;

/** What a button of a scenario does. */
export type Act = "describe" | "duplicate" | "copyExample" | "file" | "delete" | "restore" | "purge";

/** A file to be opened. */
export interface Handed {
  name: string;
  text: string;
}

export class Library {
  constructor(
    readonly page: Page,
    readonly language: keyof typeof WORDS = "vi",
  ) {}

  get words(): (typeof WORDS)[keyof typeof WORDS] {
    return WORDS[this.language];
  }

  get link(): Locator {
    return this.page.getByRole("banner").getByRole("link", { name: this.words.link });
  }

  get heading(): Locator {
    return this.page.getByRole("heading", { level: 2, name: this.words.title });
  }

  async open(): Promise<void> {
    await this.link.click();
    await expect(this.heading).toBeVisible();
  }

  private part(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  get own(): Locator {
    return this.part(this.words.mine);
  }

  get deleted(): Locator {
    return this.part(this.words.deleted);
  }

  /** The names of the reader's own scenarios, in order. */
  get names(): Locator {
    return this.own.getByRole("heading", { level: 4 }).getByRole("button");
  }

  /** What the list says of a scenario. */
  card(name: string): Locator {
    return this.own.getByRole("listitem").filter({ has: this.page.getByRole("button", { name, exact: true }) });
  }

  /** A button of a scenario, wherever it stands. */
  act(act: Act, name: string): Locator {
    return this.page.getByRole("button", { name: `${this.words[act]}: ${name}`, exact: true });
  }

  async show(name: string): Promise<void> {
    await this.names.filter({ hasText: name }).first().click();
  }

  /** What came of the last act. */
  get said(): Locator {
    return this.page.getByRole("main").getByRole("status");
  }

  field(field: "name" | "note" | "search"): Locator {
    return this.page.getByLabel(this.words[field], { exact: true });
  }

  button(button: "begin" | "openFile" | "done" | "cancel" | "restore" | "open"): Locator {
    return this.page.getByRole("main").getByRole("button", { name: this.words[button], exact: true });
  }

  async describe(name: string, to: { name?: string; note?: string }): Promise<void> {
    await this.act("describe", name).click();
    if (to.name !== undefined) await this.field("name").fill(to.name);
    if (to.note !== undefined) await this.field("note").fill(to.note);
    await this.button("done").click();
  }

  async sortBy(order: "written" | "name" | "size"): Promise<void> {
    await this.page.getByRole("combobox", { name: this.words.order }).selectOption({ label: this.words.orders[order] });
  }

  /** Takes the file of a scenario. */
  async file(name: string): Promise<Handed> {
    const [file] = await Promise.all([this.page.waitForEvent("download"), this.act("file", name).click()]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
  }

  /** Opens files as the button does. */
  async openFiles(...files: Handed[]): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), this.button("openFile").click()]);
    await chooser.setFiles(files.map(({ name, text }) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) })));
  }

  /** Drops a file on the page as the mouse does. */
  async drop(file: Handed): Promise<void> {
    const data = await this.page.evaluateHandle(({ name, text }) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type: "application/json" }));
      return data;
    }, file);
    const main = this.page.getByRole("main");
    await main.dispatchEvent("dragenter", { dataTransfer: data });
    await main.dispatchEvent("dragover", { dataTransfer: data });
    await main.dispatchEvent("drop", { dataTransfer: data });
  }
}
