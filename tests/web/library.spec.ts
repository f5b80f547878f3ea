// Every scenario in one place: named, noted, copied, found, and deleted so that it comes back.
import { AxeBuilder } from "@axe-core/playwright";
import { saved as province } from "./provinces.mjs";
import { Library } from "./library";
import { expect, KEYS, OPENING, Plan, test } from "./page";

const MY_COPY = "Sơn La 2023 – bản của tôi";

/** A scenario of the reader's own, made by an edit, and the library open. */
async function withOne(plan: Plan): Promise<Library> {
  await plan.lock("TP Sơn La", "4300");
  await plan.saved();
  const library = new Library(plan.page);
  await library.open();
  await expect(library.names).toHaveText([MY_COPY]);
  return library;
}

/** Scenarios as another day left them, by name; the page is loaded anew. */
async function withNames(plan: Plan, names: readonly string[]): Promise<void> {
  const texts = names.map((name, n) => {
    const { text } = province({ communes: 12 + n, target: 2_000 });
    const document = JSON.parse(text) as { scenario: { id: string; name: string } };
    Object.assign(document.scenario, { id: `pa-${n}`, name });
    return [`${KEYS.scenario}pa-${n}`, JSON.stringify(document)] as const;
  });
  for (const [key, text] of texts) await plan.store(key, text);
  await plan.reload();
}

test("the library has an address of its own; Back, Forward and a reload lead to it", async ({ plan, page }) => {
  const library = await withOne(plan);
  expect(new URL(page.url()).hash).toBe("#/phuong-an");
  await library.show(MY_COPY);
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
  await expect(page).toHaveURL(/#\/giao/);
  await page.goBack();
  await expect(library.heading).toBeVisible();
  await page.reload();
  await expect(library.names).toHaveText([MY_COPY]);
  await page.goBack();
  await plan.ready();
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
});

test("without scenarios of one's own the library says how to get one, and lists the examples", async ({ plan }) => {
  const library = new Library(plan.page);
  await library.open();
  await expect(library.own).toContainText("Chưa có phương án nào của riêng bạn.");
  const examples = await plan.scenario.locator('optgroup[label="Ví dụ"] option').count();
  expect(examples).toBeGreaterThan(2);
  await expect(plan.page.getByRole("region", { name: "Ví dụ", exact: true }).getByRole("heading", { level: 4 })).toHaveCount(examples);
  await library.button("begin").click();
  await expect(plan.page.getByLabel("Tên tỉnh")).toBeVisible();
});

test("a copy of an example and a copy of that are scenarios of their own, which nothing else changes", async ({ plan }) => {
  const library = new Library(plan.page);
  await library.open();
  await library.act("copyExample", "Sơn La 2023").click();
  await expect(library.names).toHaveText([MY_COPY]);
  await library.act("duplicate", MY_COPY).click();
  await library.act("duplicate", `${MY_COPY} (2)`).click();
  await expect(library.names).toHaveCount(3);
  await expect(library.card(`${MY_COPY} (3)`)).toContainText("Sơn La · BHXH tự nguyện 2023 · 12 đơn vị");
  await library.show(`${MY_COPY} (2)`);
  await plan.lock("TP Sơn La", "4300");
  await plan.saved();
  await plan.openScenario(MY_COPY);
  await plan.expectGiven(OPENING);
  await plan.openScenario(`${MY_COPY} (2)`);
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
});

test("name and note of the open scenario are one step that can be undone", async ({ plan, page }) => {
  const library = await withOne(plan);
  await library.describe(MY_COPY, { name: "Dự thảo 2", note: "Gửi Ban chỉ đạo" });
  await expect(library.names).toHaveText(["Dự thảo 2"]);
  await expect(library.card("Dự thảo 2")).toContainText("Gửi Ban chỉ đạo");
  await expect(library.act("describe", "Dự thảo 2")).toBeFocused();
  expect(await plan.scenarioName()).toBe("Dự thảo 2");
  await plan.undo();
  await expect(library.names).toHaveText([MY_COPY]);
  await expect(library.card(MY_COPY)).not.toContainText("Gửi");
  await plan.redo();
  await expect(library.names).toHaveText(["Dự thảo 2"]);
  await plan.saved();
  await page.reload();
  await expect(library.card("Dự thảo 2")).toContainText("Gửi Ban chỉ đạo");
});

test("a scenario that is not open is renamed where it lies, with a step of its own", async ({ plan }) => {
  const library = await withOne(plan);
  await plan.openScenario("Ví dụ: Sơn La 2023");
  await expect.poll(() => plan.scenarioName()).toBe("Ví dụ: Sơn La 2023");
  await library.open();
  await library.describe(MY_COPY, { name: "Phương án A" });
  await expect(library.names).toHaveText(["Phương án A"]);
  expect(await plan.scenarioName()).toBe("Ví dụ: Sơn La 2023");
  await library.show("Phương án A");
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
  await plan.undo();
  await expect.poll(() => plan.scenarioName()).toBe(MY_COPY);
  expect(await plan.given("TP Sơn La")).toBe(4300);
});

test("a name is neither blank nor another scenario's; Escape leaves all as it was", async ({ plan, page }) => {
  const library = await withOne(plan);
  await library.act("duplicate", MY_COPY).click();
  await library.act("describe", `${MY_COPY} (2)`).click();
  await expect(library.field("name")).toBeFocused();
  await library.field("name").fill("  ");
  await page.keyboard.press("Enter");
  await expect(library.field("name")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("Tên đang để trống. Nhập tên.")).toBeVisible();
  await library.field("name").fill(MY_COPY);
  await page.keyboard.press("Enter");
  await expect(page.getByText(`“${MY_COPY}” là tên của phương án khác.`)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(library.names).toHaveCount(2);
  await expect(library.act("describe", `${MY_COPY} (2)`)).toBeFocused();
});

test("what is deleted comes back whole: at once, after a reload, and with its undo steps", async ({ plan, page }) => {
  const library = await withOne(plan);
  const keys = await plan.keys(KEYS.scenario);
  const text = await plan.stored(keys[0]!);
  await library.act("delete", MY_COPY).click();
  // The open one: the page shows an example in its place.
  await expect(library.names).toHaveCount(0);
  expect(await plan.scenarioName()).toBe("Ví dụ: Sơn La 2023");
  await expect(library.said).toContainText(`Đã xóa “${MY_COPY}”.`);
  await expect(library.said.getByRole("button", { name: "Hoàn tác" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(library.names).toHaveText([MY_COPY]);
  await expect(library.names.first()).toBeFocused();
  await library.act("delete", MY_COPY).click();
  await expect(library.deleted).toContainText(MY_COPY);
  await page.reload();
  await expect(library.heading).toBeVisible();
  await expect(library.names).toHaveCount(0);
  await expect(plan.scenario.getByRole("option", { name: MY_COPY })).toHaveCount(0);
  await library.act("restore", MY_COPY).click();
  await expect(library.names).toHaveText([MY_COPY]);
  await expect(library.deleted).toBeHidden();
  expect(await plan.stored(keys[0]!)).toBe(text);
  await library.show(MY_COPY);
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
  await plan.undo();
  await plan.expectGiven(OPENING);
});

test("deleting for good takes everything of the scenario and nothing else", async ({ plan }) => {
  const library = await withOne(plan);
  await library.act("duplicate", MY_COPY).click();
  await expect(library.names).toHaveCount(2);
  await library.act("delete", MY_COPY).click();
  await expect(library.names).toHaveText([`${MY_COPY} (2)`]);
  // The copy is shown in its place.
  await expect.poll(() => plan.scenarioName()).toBe(`${MY_COPY} (2)`);
  const id = (await plan.keys("bao-phu/deleted/"))[0]!.slice("bao-phu/deleted/".length);
  await library.act("purge", MY_COPY).click();
  await expect(library.said).toContainText(/^Đã xóa hẳn “Sơn La 2023 – bản của tôi”, bớt [\d,]+ KB\.$/);
  await expect(library.deleted).toBeHidden();
  expect((await plan.keys()).filter((key) => key.includes(id))).toEqual([]);
  await expect(library.names).toHaveCount(1);
});

test("a full storage does not keep a scenario from being deleted", async ({ plan, page }) => {
  const library = await withOne(plan);
  await page.evaluate(() => {
    for (let size = 1 << 22; size >= 1; size >>= 1) {
      for (let n = 0; ; n += 1) {
        try {
          localStorage.setItem(`other-${size}-${n}`, "x".repeat(size));
        } catch {
          break;
        }
      }
    }
  });
  await library.act("delete", MY_COPY).click();
  await expect(library.deleted).toContainText(MY_COPY);
  await library.act("purge", MY_COPY).click();
  await expect(library.deleted).toBeHidden();
  expect(await plan.keys(KEYS.scenario)).toEqual([]);
});

test("scenarios are ordered by time, name and size, and found without marks", async ({ plan }) => {
  await withNames(plan, ["An Khê", "Đắk Nông", "Dân số", "Ăn Thi"]);
  const library = new Library(plan.page);
  await library.open();
  await library.sortBy("name");
  await expect(library.names).toHaveText(["An Khê", "Ăn Thi", "Dân số", "Đắk Nông"]);
  await library.sortBy("size");
  await expect(library.names).toHaveText(["Ăn Thi", "Dân số", "Đắk Nông", "An Khê"]);
  await library.describe("Dân số", { note: "dự phòng" });
  await library.sortBy("written");
  await expect(library.names.first()).toHaveText("Dân số");
  await library.field("search").fill("dak nong");
  await expect(library.names).toHaveText(["Đắk Nông"]);
  await library.field("search").fill("du phong");
  await expect(library.names).toHaveText(["Dân số"]);
  await library.field("search").fill("không có");
  await expect(library.own).toContainText("Không có phương án nào khớp.");
});

test("fifty scenarios: all are listed, with what they take", async ({ plan }) => {
  await withNames(plan, Array.from({ length: 50 }, (_, n) => `Phương án ${n + 1}`));
  const library = new Library(plan.page);
  await library.open();
  await expect(library.names).toHaveCount(50);
  await expect(library.own).toContainText(/50 phương án · Đã dùng \d+ KB trong khoảng 5\.000 KB/);
  await library.act("delete", "Phương án 50").click();
  await expect(library.names).toHaveCount(49);
});

test("a scenario that cannot be read is listed, can be taken as it is, and is not opened", async ({ plan }) => {
  await withNames(plan, ["Tốt", "Mới hơn"]);
  await plan.store(`${KEYS.scenario}pa-1`, '{"version":99,"x":1}');
  const library = new Library(plan.page);
  await library.open();
  const card = library.own.getByRole("listitem").filter({ hasText: "bản mới hơn của trang" });
  await expect(card).toHaveCount(1);
  await expect(card.getByRole("heading").getByRole("button")).toBeDisabled();
  const [file] = await Promise.all([
    plan.page.waitForEvent("download"),
    card.getByRole("button", { name: /^Tải tệp/ }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.json$/);
  expect(await plan.stored(`${KEYS.scenario}pa-1`)).toBe('{"version":99,"x":1}');
});

test("what another tab adds or deletes is seen here", async ({ plan, context, page }) => {
  const library = await withOne(plan);
  const other = new Plan(await context.newPage());
  await other.page.goto(new URL("#/phuong-an", page.url()).href);
  const there = new Library(other.page);
  await there.act("copyExample", "Hải Dương 2024").click();
  await expect(library.names).toHaveCount(2);
  await there.act("delete", "Hải Dương 2024 – bản của tôi").click();
  await expect(library.names).toHaveText([MY_COPY]);
});

test("what another tab is changing is neither renamed nor deleted here, and that is said", async ({ plan, context, page }) => {
  const library = await withOne(plan);
  await plan.openScenario("Ví dụ: Sơn La 2023");
  await library.open();
  const [key] = await plan.keys(KEYS.scenario);
  // The tab that changes a scenario holds the lock of its name.
  const other = await context.newPage();
  await other.goto(new URL("start.js", page.url()).href);
  await other.evaluate((key) => new Promise<void>((held) => {
    void navigator.locks.request(key!, () => (held(), new Promise(() => {})));
  }), key);
  const text = await plan.stored(key!);
  const SAID = "Phương án đang được sửa ở tab khác. Sửa ở tab đó, hoặc đóng tab đó rồi thử lại.";
  await library.act("delete", MY_COPY).click();
  await expect(library.said).toContainText(SAID);
  await expect(library.names).toHaveText([MY_COPY]);
  await library.act("duplicate", MY_COPY).click();
  await expect(library.said).toContainText("Đã nhân bản");
  await library.describe(MY_COPY, { name: "Tên khác" });
  await expect(library.said).toContainText(SAID);
  expect(await plan.stored(key!)).toBe(text);
  await other.close();
  const held = () => page.evaluate(async () => (await navigator.locks.query()).held!.map((lock) => lock.name));
  await expect.poll(held).not.toContain(key);
  await library.button("done").click();
  await expect(library.names.filter({ hasText: "Tên khác" })).toHaveCount(1);
});

for (const [size, viewport] of Object.entries({ laptop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 }, narrow: { width: 320, height: 700 } })) {
  for (const [language, theme] of [["vi", "light"], ["en", "dark"]] as const) {
    test(`the library can be used by everyone: ${size}, ${language}, ${theme}`, async ({ plan, page }) => {
      test.setTimeout(90_000);
      const vi = await withOne(plan);
      await vi.describe(MY_COPY, { note: "Gửi Ban chỉ đạo, ẤẦỔỮỘỆ" });
      await vi.act("copyExample", "Hải Dương 2024").click();
      await vi.act("delete", "Hải Dương 2024 – bản của tôi").click();
      await expect(vi.deleted).toBeVisible();
      await page.setViewportSize(viewport);
      if (language === "en") await plan.switchTo("en");
      await page.evaluate((theme) => { document.documentElement.dataset["theme"] = theme; }, theme);
      const library = new Library(page, language);
      const scan = async (what: string) => {
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
        expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`), what).toEqual([]);
      };
      await scan("the list");
      await library.act("describe", MY_COPY).click();
      await expect(library.field("name")).toBeFocused();
      await scan("name and note");
      const least = viewport.width < 900 ? 42 : 24;
      const small = await page.evaluate((least) => [...document.querySelectorAll<HTMLElement>("main button, main select, main input, .page-head__library")]
        .filter((part) => part.checkVisibility())
        .map((part) => ({ what: part.innerText || part.id, height: part.getBoundingClientRect().height }))
        .filter(({ height }) => height < least), least);
      expect.soft(small, "large enough to press").toEqual([]);
      const sideways = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>("main *, header *")]
        .filter((part) => part.checkVisibility() && !part.closest(".spoken, svg, .skip") && part.getBoundingClientRect().right > innerWidth + 1)
        .map((part) => part.className || part.tagName));
      expect.soft(sideways, "nothing is cut off").toEqual([]);
    });
  }
}

test("all of it works by keyboard, and the skip link leads to the list", async ({ plan, page }) => {
  const library = await withOne(plan);
  await page.locator("body").evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.getByRole("link", { name: "Đến danh sách phương án" }).focus();
  await page.keyboard.press("Enter");
  await expect(library.heading).toBeFocused();
  await library.act("describe", MY_COPY).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
  await page.keyboard.type(" A");
  await page.keyboard.press("Enter");
  await expect(library.names).toHaveText([`${MY_COPY} A`]);
  await page.keyboard.press("Tab");
  await expect(library.act("duplicate", `${MY_COPY} A`)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(library.names.filter({ hasText: "(2)" })).toBeFocused();
  await page.keyboard.press("Enter");
  await plan.ready();
  await expect(plan.table.locator(":focus")).toHaveCount(1);
  expect(await plan.scenarioName()).toBe(`${MY_COPY} A (2)`);
});
