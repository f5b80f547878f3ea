// The work as a file: out, in again, and never over what is here.
import { Library, type Handed } from "./library";
import { expect, KEYS, Plan, test, type Language } from "./page";

const MY_COPY = { vi: "Sơn La 2023 – bản của tôi", en: "Sơn La 2023 – my copy" } as const;

async function openLibrary(plan: Plan, language: Language = "vi"): Promise<Library> {
  const library = new Library(plan.page, language);
  await library.open();
  return library;
}

/** A plan with a target, a lock, a limit, another method and a note; its file. */
async function worked(plan: Plan, language: Language): Promise<{ library: Library; file: Handed }> {
  if (language === "en") await plan.switchTo("en");
  await plan.setTarget("36500");
  await plan.chooseMethod("gap");
  await plan.lock("TP Sơn La", "4300");
  await plan.setLimit("Thuận Châu", "ceiling", language === "vi" ? "4.000" : "4,000");
  await plan.saved();
  const library = await openLibrary(plan, language);
  await library.describe(MY_COPY[language], { note: "Gửi Ban chỉ đạo ngày 22/03" });
  await expect(library.card(MY_COPY[language])).toContainText("Gửi Ban chỉ đạo");
  return { library, file: await library.file(MY_COPY[language]) };
}

for (const language of ["vi", "en"] as const) {
  test(`a file brings everything back to a browser that has nothing: ${language}`, async ({ plan, page }) => {
    const { library, file } = await worked(plan, language);
    expect(file.name).toMatch(language === "vi" ? /^son-la-2023-ban-cua-toi-\d{4}-\d\d-\d\d\.json$/ : /^son-la-2023-my-copy-\d{4}-\d\d-\d\d\.json$/);
    // Readable: a row a line.
    expect(file.text.split("\n").length).toBeGreaterThan(40);
    await library.show(MY_COPY[language]);
    await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
    const before = await plan.allGiven();
    const remarks = await plan.remarks.innerText();

    await page.goto("about:blank");
    await page.goto("./");
    await page.evaluate(() => localStorage.clear());
    await plan.reload();
    plan.language = "vi";
    expect(await plan.keys(KEYS.scenario)).toEqual([]);
    if (language === "en") await plan.switchTo("en");
    const again = await openLibrary(plan, language);
    await again.openFiles(file);
    await plan.ready();
    await plan.expectGiven(before);
    expect(await plan.scenarioName()).toBe(MY_COPY[language]);
    await expect.poll(() => plan.remarks.innerText()).toBe(remarks);
    await plan.saved();
    await plan.reload();
    await plan.expectGiven(before);
    await openLibrary(plan, language);
    await expect(again.card(MY_COPY[language])).toContainText("Gửi Ban chỉ đạo ngày 22/03");
    // Cells, limits, notes, provenance: the file of it is the same, byte for byte.
    expect((await again.file(MY_COPY[language])).text).toBe(file.text);
  });
}

test("a file of a scenario that is here opens as a copy; what is here stays as it is", async ({ plan }) => {
  const { library, file } = await worked(plan, "vi");
  const [key] = await plan.keys(KEYS.scenario);
  const text = await plan.stored(key!);
  await library.openFiles(file);
  await expect(library.said).toContainText("Tệp được mở thành bản riêng “Sơn La 2023 – bản của tôi (2)”.");
  await expect(library.names).toHaveCount(2);
  expect(await plan.stored(key!)).toBe(text);
  expect(await plan.keys(KEYS.scenario)).toHaveLength(2);
  await expect(library.button("open")).toBeFocused();
  await plan.page.keyboard.press("Enter");
  await plan.ready();
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
  expect(await plan.scenarioName()).toBe("Sơn La 2023 – bản của tôi (2)");
});

test("a deleted scenario is not written over by its file either", async ({ plan }) => {
  const { library, file } = await worked(plan, "vi");
  await library.act("delete", MY_COPY.vi).click();
  await library.openFiles(file);
  await expect(library.said).toContainText("bản riêng");
  await library.act("restore", MY_COPY.vi).click();
  await expect(library.names).toHaveCount(2);
});

test("a file is dropped on the list; several are opened one after the other, each with its answer", async ({ plan, page }) => {
  const { library, file } = await worked(plan, "vi");
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(library.heading).toBeVisible();
  await library.drop(file);
  await plan.ready();
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
  await plan.saved();
  await library.open();
  await library.openFiles(file, { name: "bang.xlsx", text: "PK" }, { name: "khac.json", text: "{}" });
  await expect(library.said).toContainText("bản riêng");
  await expect(library.said).toContainText("Không đọc được tệp .xlsx (“bang.xlsx”).");
  await expect(library.said).toContainText("Tệp “khac.json” không phải phương án của trang này");
  await expect(library.names).toHaveCount(2);
});

const REFUSED: [name: string, change: (file: Handed) => Handed, vi: RegExp, en: RegExp][] = [
  ["of another kind", ({ text }) => ({ name: "a.csv", text }), /Không đọc được tệp \.csv .*Chọn tệp \.json/, /Cannot read \.csv files .*Choose a \.json file/],
  ["cut off", ({ text }) => ({ name: "a.json", text: text.slice(0, 700) }), /“a\.json” không phải phương án .*bị cắt.*dòng \d+, cột \d+.*Tải lại tệp/, /“a\.json” is no scenario .*cut.*line \d+, column \d+.*Download it again/],
  ["newer", ({ text }) => ({ name: "a.json", text: text.replace(/"version": \d+/, '"version": 99') }), /“a\.json” do bản mới hơn tạo ra\. Tải lại trang rồi mở tệp\./, /“a\.json” comes from a newer version\. Reload the page, then open it\./],
  ["empty", () => ({ name: "a.json", text: "" }), /không phải phương án/, /is no scenario/],
];

for (const [name, change, vi, en] of REFUSED) {
  test(`a file that is ${name} is refused with what, where and how to mend it, and nothing changes`, async ({ plan }) => {
    const { library, file } = await worked(plan, "vi");
    const keys = await plan.keys(KEYS.scenario);
    const texts = await Promise.all(keys.map((key) => plan.stored(key)));
    await library.openFiles(change(file));
    await expect(library.said).toContainText(vi);
    await plan.switchTo("en");
    await expect(library.said).toContainText(en);
    expect(await plan.keys(KEYS.scenario)).toEqual(keys);
    expect(await Promise.all(keys.map((key) => plan.stored(key)))).toEqual(texts);
    await expect(new Library(plan.page, "en").names).toHaveCount(1);
  });
}

test("until a file has the work, a quiet line says so; older than the work, it says of when it is", async ({ plan, page }) => {
  const foot = page.getByRole("contentinfo");
  await expect(foot).not.toContainText("bản tệp");
  await plan.lock("TP Sơn La", "4300");
  await plan.saved();
  await expect(foot).toContainText("Chưa có bản tệp nào của phương án này.");
  await Promise.all([page.waitForEvent("download"), foot.getByRole("button", { name: "Tải tệp .json" }).click()]);
  await expect(foot).not.toContainText("bản tệp");
  const library = await openLibrary(plan);
  await expect(library.card(MY_COPY.vi)).toContainText(/Bản tệp \d\d:\d\d/);
  await library.show(MY_COPY.vi);
  await plan.ready();
  await plan.lock("Bắc Yên", "1900");
  await expect(foot).toContainText(/Bản tệp gần nhất: \d\d:\d\d\./);
  await plan.reload();
  await expect(foot).toContainText(/Bản tệp gần nhất: \d\d:\d\d\./);
  await plan.openScenario("Ví dụ: Sơn La 2023");
  await expect(foot).not.toContainText(/[Bb]ản tệp/);
});

test("where nothing can be stored, a file still opens and the work goes on", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
  const plan = new Plan(page);
  await plan.open();
  await plan.lock("TP Sơn La", "4300");
  const library = await openLibrary(plan);
  await expect(library.card(MY_COPY.vi)).toContainText("chưa lưu");
  const file = await library.file(MY_COPY.vi);
  await page.reload();
  await expect(library.heading).toBeVisible();
  await library.openFiles(file);
  await library.button("open").click();
  await plan.ready();
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
});
