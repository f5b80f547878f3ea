// A link carries the whole scenario behind the `#`: whoever opens it sees the same, and changes nothing of anybody's.
import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, KEYS, OPENING, Plan, test as base, type Language } from "./page";
import { openProvince } from "./provinces";
import { elsewhere, Share } from "./share";

const test = base.extend<{ share: Share }>({
  // On the page that `plan` opened.
  share: async ({ plan }, use) => use(new Share(plan)),
});

// Two profiles each, on a machine that may be busy.
test.describe.configure({ timeout: 90_000 });

/** A scenario of the reader's own that differs from the example in target, method, a lock and a limit. */
async function edited(plan: Plan): Promise<(number | null)[]> {
  await plan.setTarget("36.500");
  await plan.chooseMethod("labourForce");
  await plan.lock("TP Sơn La", "4300");
  await plan.setLimit("Thuận Châu", "ceiling", "4.000");
  await plan.saved();
  return plan.allGiven();
}

for (const size of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  for (const language of ["vi", "en"] as const satisfies Language[]) {
    test(`a link opened in a second profile gives identical cells, ${size.width} wide, ${language}; the server sees static files only`, async ({ plan, share, browser, baseURL }) => {
      await edited(plan);
      const cells = await share.givenByUnit();
      const link = await share.link();
      expect(link.startsWith(`${baseURL}#/mo?d=`)).toBe(true);
      const other = await elsewhere(browser, link, { size, language });
      await expect.poll(() => other.givenByUnit()).toEqual(cells);
      await expect(other.banner).toBeVisible();
      await expect(other.page.locator("html")).toHaveAttribute("lang", language);
      // Sơn La's unit figures are made up, and a link does not make them real.
      await expect(other.page.getByText(language === "vi" ? /minh họa/ : /illustrative/).filter({ visible: true }).first()).toBeVisible();
      for (const asked of other.asked.filter((asked) => !asked.includes("data:"))) {
        expect(asked.startsWith(`GET ${baseURL}`), asked).toBe(true);
        expect(new URL(asked.slice(4)).search, asked).toBe("");
      }
      const log = await (await other.page.request.get(new URL("/requests", baseURL).href)).text();
      expect(log, "the server's own log").toContain("/mot/thu-muc/");
      expect(log, "nothing of the link reaches the server").not.toContain(link.slice(link.indexOf("d=") + 2).slice(0, 24));
      await other.page.context().close();
    });
  }
}

test("what came with a link is kept nowhere and cannot be changed until it is copied; the copy is one's own", async ({ plan, share, browser }) => {
  const cells = await edited(plan);
  const other = await elsewhere(browser, await share.link());
  const reader = other.plan;
  await reader.cell("Mường La").click();
  await other.page.keyboard.type("5000");
  await other.page.keyboard.press("Escape");
  await reader.undo();
  await reader.expectGiven(cells);
  await expect(other.page).toHaveURL(/#\/mo\?d=[\w-]+&dv=7/);
  // Another lens, and a reload, show the same document.
  await other.page.getByRole("link", { name: "Số liệu", exact: true }).click();
  await expect(other.page).toHaveURL(/#\/mo\?d=[\w-]+&o=so-lieu/);
  await expect(other.banner).toBeVisible();
  await other.page.goBack();
  await expect(other.page).toHaveURL(/#\/mo\?d=[\w-]+&dv=7/);
  await reader.expectGiven(cells);
  await reader.reload();
  await reader.expectGiven(cells);
  await expect(other.banner).toBeVisible();
  expect(await reader.keys(KEYS.scenario), "nothing is kept").toEqual([]);
  expect(await reader.keys(KEYS.history)).toEqual([]);
  // The copy can be changed, is kept, and has an ordinary address.
  await other.ownCopy.click();
  await expect(other.banner).toBeHidden();
  await expect(other.page).toHaveURL(/#\/giao\?dv=7&ct=tn&nam=2023$/);
  await reader.saved();
  await reader.lock("Mường La", "3000");
  await reader.saved();
  await reader.reload();
  await expect.poll(() => reader.given("Mường La")).toBe(3000);
  expect(await reader.keys(KEYS.scenario)).toHaveLength(1);
  expect(await reader.keys(KEYS.scenario), "a copy has a name of its own").not.toEqual(await plan.keys(KEYS.scenario));
  await other.page.context().close();
});

test("Back leads from a link to one's own work, and nothing of either is lost", async ({ plan, share }) => {
  const cells = await edited(plan);
  const link = await share.link();
  await plan.page.keyboard.press("Escape");
  await plan.lock("Mường La", "3000");
  await plan.saved();
  const own = await plan.allGiven();
  await plan.page.evaluate((link) => location.assign(link), link);
  await expect(share.banner).toBeVisible();
  await plan.expectGiven(cells);
  await plan.page.goBack();
  await expect(share.banner).toBeHidden();
  await plan.expectGiven(own);
  await plan.lock("Mường La", "3001");
  await plan.saved();
  await plan.page.evaluate((link) => location.assign(link), link);
  await plan.expectGiven(cells);
  await plan.openScenario("Ví dụ: Sơn La 2023");
  await plan.expectGiven(OPENING);
  await expect(share.banner).toBeHidden();
  await expect(plan.page).toHaveURL(/#\/giao/);
});

const DAMAGE: [name: string, damage: (link: string) => string][] = [
  ["cut in the middle", (link) => link.slice(0, link.indexOf("#") + 400)],
  ["cut to its beginning", (link) => link.slice(0, link.indexOf("d=") + 2)],
  ["changed in one letter", (link) => `${link.slice(0, -30)}${link.at(-30) === "x" ? "y" : "x"}${link.slice(-29)}`],
];

for (const [name, damage] of DAMAGE) {
  test(`a link ${name} says so, opened anew and in an open page, and loses nothing`, async ({ plan, share, browser }) => {
    const cells = await edited(plan);
    const link = damage(await share.link());
    await plan.page.evaluate((link) => location.assign(link), link);
    await expect(share.damaged).toBeVisible();
    await plan.expectGiven(cells);
    await expect(plan.page, "the address says what is on screen").toHaveURL(/#\/giao/);
    await plan.lock("Mường La", "3000");
    await plan.saved();
    const other = await elsewhere(browser, link);
    await expect(other.damaged).toBeVisible();
    await other.plan.expectGiven(OPENING);
    await expect(other.page).toHaveURL(/#\/giao/);
    await expect(other.banner).toBeHidden();
    await other.page.context().close();
  });
}

test("the panel says how long the link is, opens and closes from the keyboard, and follows the scenario", async ({ plan, share, page }) => {
  await share.button.press("Enter");
  await expect(share.panel).toBeVisible();
  await expect(share.button).toHaveAttribute("aria-expanded", "true");
  await expect(share.panel.getByText("không có hồ sơ cá nhân", { exact: false })).toBeVisible();
  await expect(share.panel.getByRole("heading")).toBeFocused();
  const link = await (async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await share.copy.press("Enter");
    await expect(page.locator('.spoken[aria-live="polite"]')).toHaveText(share.words.copied);
    return page.evaluate(() => navigator.clipboard.readText());
  })();
  await expect(share.copy).toHaveText(`Chép liên kết (${link.length.toLocaleString("vi-VN")} ký tự)`);
  await page.keyboard.press("Escape");
  await expect(share.panel).toBeHidden();
  await expect(share.button).toBeFocused();
  await expect(share.button).toHaveAttribute("aria-expanded", "false");
  await share.button.click();
  await plan.lock("TP Sơn La", "4300");
  await share.copy.click();
  await expect(share.panel.getByText(share.words.copied)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).not.toBe(link);
});

test("where the browser refuses to copy, the link stands in a field", async ({ share, page }) => {
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
  });
  await share.button.click();
  await share.copy.click();
  const field = share.panel.getByRole("textbox", { name: share.words.link });
  await expect(field).toHaveValue(/#\/mo\?d=[\w-]{500,}$/);
  await expect(share.panel.getByText("Trình duyệt không cho chép", { exact: false })).toBeVisible();
});

test("a link too long to be handed on whole offers the file, which holds the same document", async ({ plan, share, page }) => {
  await openProvince(plan, { communes: 3_321, target: 400_000 });
  await share.button.click();
  await expect(share.panel.getByText(/^Liên kết dài \d+\.\d+ ký tự, dễ bị cắt khi gửi\. Nên gửi tệp \.json\.$/)).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent("download"), share.file.click()]);
  const saved = JSON.parse(await readFile(await file.path(), "utf8")) as { scenario: { units: unknown[] } };
  expect(saved.scenario.units).toHaveLength(3_322);
  // The same file as everywhere, under the name and the day of the scenario.
  expect(file.suggestedFilename()).toMatch(/^tinh-3321-xa-\d{4}-\d\d-\d\d\.json$/);
  await expect(share.copy, "the link can still be copied").toBeEnabled();
});

for (const size of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  test(`a scan finds nothing in the panel and in a shared scenario, ${size.width} wide, in both languages and themes`, async ({ plan, share, browser }) => {
    const link = await share.link();
    for (const [language, theme] of [["vi", "light"], ["en", "dark"]] as const) {
      const other = await elsewhere(browser, link, { size, language, theme });
      await expect(other.banner).toBeVisible();
      await other.button.click();
      await expect(other.copy).toBeVisible();
      const scan = new AxeBuilder({ page: other.page }).setLegacyMode();
      const { violations } = await scan.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
      expect.soft(violations.map((one) => [one.id, one.nodes.map((node) => node.target.join(" "))]), `${language}, ${theme}`).toEqual([]);
      expect(await other.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
      for (const target of [other.copy, other.button]) {
        expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(size.width < 900 ? 44 : 24);
      }
      await other.page.context().close();
    }
    expect(plan.language).toBe("vi");
  });
}
