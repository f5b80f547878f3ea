// A page that was opened once opens without a network; a newer build waits until it is asked for, and no
// finished work is lost on the way.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContext, Page } from "@playwright/test";
import { digestOf, filesOf, nextBuild } from "./builds";
import { expect, KEYS, OPENING, Plan, test as base } from "./page";
import { BASE, DIST, serve } from "./serve.mjs";

type Host = Awaited<ReturnType<typeof serve>>;

/** A host of its own for every test, that can go away or show another build. */
const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    const host = await serve();
    await use(host);
    await host.close();
  },
  baseURL: async ({ host }, use) => use(host.url),
  serviceWorkers: "allow",
});

const OFFLINE = "Ngoại tuyến – vẫn tính và lưu được";
const UPDATE = "Trang có bản mới.";
const ELSEWHERE = "Tab khác đã dùng bản mới.";

/** Waits until the build is kept. */
async function kept(page: Page): Promise<void> {
  const state = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state);
  await expect.poll(state, { timeout: 15_000 }).toBe("activated");
}

/** The host is gone, and the browser knows. */
async function withoutNetwork(host: Host, context: BrowserContext): Promise<void> {
  await host.close();
  await context.setOffline(true);
}

const useUpdate = (page: Page) => page.getByRole("button", { name: "Dùng bản mới" });
const build = (page: Page) => page.locator('meta[name="build"]').getAttribute("content");
const keptBuilds = (page: Page) => page.evaluate(() => caches.keys());

/** Every open tab is told at once, as after a day: the network comes back, and each looks for a newer build. */
async function comeBack(context: BrowserContext): Promise<void> {
  await context.setOffline(true);
  await context.setOffline(false);
}

test("after one visit the page opens without a network, and what is entered then is kept", async ({ plan, page, host, context }) => {
  await kept(page);
  await withoutNetwork(host, context);
  await plan.reload();
  await plan.expectGiven(OPENING);
  await expect(page.getByText(OFFLINE)).toBeVisible();
  await plan.lock("TP Sơn La", "4300");
  await plan.saved();
  await plan.reload();
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
  await expect.poll(() => plan.given("Thuận Châu")).toBe(4505);
});

test("it opens without a network whatever the page was asked for by: a place in it, its file, a campaign", async ({ plan, page, host, context }) => {
  await kept(page);
  await withoutNetwork(host, context);
  for (const address of ["./#/so-lieu", "./index.html", "./?utm_source=zalo"]) {
    await page.goto(address);
    await plan.ready();
  }
});

test("without a network the page says so, in both languages, and says no more once it is back", async ({ plan, page, context }) => {
  await expect(page.getByText(OFFLINE)).toBeHidden();
  // What is still being fetched when the network goes is complained about by the browser itself.
  await kept(page);
  await page.evaluate(() => document.fonts.ready);
  const before = await plan.table.boundingBox();
  await context.setOffline(true);
  await expect(page.getByRole("status").filter({ hasText: OFFLINE })).toBeVisible();
  expect(await plan.table.boundingBox(), "nothing on the page moves for it").toEqual(before);
  await plan.switchTo("en");
  await expect(page.getByText("Offline – calculating and saving still work")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("Offline – calculating and saving still work")).toBeHidden();
});

test("the host is asked for static files of the page only, all of which are there", async ({ plan, page, host }) => {
  await kept(page);
  await plan.lock("TP Sơn La", "4300");
  await plan.saved();
  await plan.reload();
  const files = await filesOf(DIST);
  for (const { method, url, status } of host.requests) {
    expect([method, status], url).toEqual(["GET", 200]);
    expect([...files, ""], "no more than the name of a file").toContain(decodeURIComponent(url.slice(BASE.length)));
  }
});

test("the worker lists exactly the files of the build, and the page carries its digest", async ({ page, host }) => {
  const worker = await (await page.request.get("./sw.js")).text();
  const list = JSON.parse(/const FILES = (\[[^\]]*)\]/.exec(worker)![1]!.replace(/,\s*$/, "") + "]") as string[];
  const files = (await filesOf(DIST)).filter((file) => file !== "sw.js");
  expect(list.map((file) => (file === "./" ? "index.html" : file)).sort()).toEqual(files);
  expect(worker).toContain(`const BUILD = "${await digestOf(DIST)}";`);
  expect(host.requests.every(({ status }) => status === 200)).toBe(true);
});

test("the page can be installed", async ({ plan, page, context }) => {
  await kept(page);
  const client = await context.newCDPSession(page);
  const { errors, data } = await client.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data!) as { start_url: string; scope: string; lang: string; icons: { src: string; sizes: string }[] };
  expect(manifest).toMatchObject({ lang: "vi", start_url: "./", scope: "./" });
  for (const { src, sizes } of manifest.icons) {
    const picture = await (await page.request.get(src)).body();
    expect(`${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}`, src).toBe(sizes);
  }
  const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
  // A test's browser is a private one: nothing else stands in the way.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(["in-incognito"]);
  await plan.expectGiven(OPENING);
});

test("what is not there stays not there", async ({ plan, page, context }) => {
  await kept(page);
  await plan.reload();
  const other = await context.newPage();
  await other.goto("./");
  expect(await other.evaluate(async () => (await fetch("khong-co.css")).status)).toBe(404);
  // Chromium shows a page of its own for an answer without content, and calls that a failure.
  const answer = other.waitForResponse("**/khong-co");
  await other.goto("./khong-co").catch(() => undefined);
  expect((await answer).status()).toBe(404);
});

test("a browser whose workers are refused opens the page as ever", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "serviceWorker", {
      get() {
        throw new DOMException("refused", "SecurityError");
      },
    });
  });
  const plan = new Plan(page);
  await plan.open();
  // Longer than the page waits before it has itself kept.
  await page.waitForTimeout(1_500);
  await plan.lock("TP Sơn La", "4300");
  await plan.saved();
});

test("two tabs and a newer build: both go on, each is told, and each changes when it is asked to", async ({ plan, page, host, context }) => {
  test.slow();
  await using next = await nextBuild();
  const [first, second] = [await digestOf(DIST), await digestOf(next.folder)];
  expect(second).not.toBe(first);
  await kept(page);
  // A tab of its own for each of two scenarios.
  await plan.lock("TP Sơn La", "4300");
  await plan.saved();
  const otherPage = await context.newPage();
  const other = new Plan(otherPage);
  await other.open();
  await other.openScenario("Ví dụ: Hải Dương 2024");
  await other.setTarget("70.000");
  await other.saved();
  await plan.lock("Sốp Cộp", "1400");
  await plan.saved();

  host.show(next.folder);
  await comeBack(context);
  for (const tab of [page, otherPage]) {
    await expect(tab.getByText(UPDATE)).toBeVisible({ timeout: 15_000 });
    expect(await build(tab)).toBe(first);
  }
  // Both go on as they are, over a reload too.
  await plan.lock("Bắc Yên", "1900");
  await plan.saved();
  await other.reload();
  await other.openScenario("Hải Dương 2024 – bản của tôi");
  await other.expectTotal(70_000);
  expect(await build(otherPage)).toBe(first);
  await expect(otherPage.getByText(UPDATE)).toBeVisible();
  const documents = async () => Promise.all((await plan.keys(KEYS.scenario)).map((key) => plan.stored(key)));
  const before = await documents();
  expect(before).toHaveLength(2);
  const given = await plan.allGiven();

  // The first tab asks for it, with an edit that is not written yet.
  await plan.lock("Mộc Châu", "3800");
  await useUpdate(page).click();
  await expect.poll(() => build(page).catch(() => null), { timeout: 15_000 }).toBe(second);
  await plan.ready();
  expect(await plan.scenarioName()).toBe("Sơn La 2023 – bản của tôi");
  await expect.poll(() => plan.given("Mộc Châu")).toBe(3800);
  await plan.undo();
  await plan.expectGiven(given);
  await plan.saved();
  await expect.poll(documents, { message: "the documents are the same" }).toEqual(before);
  await expect(page.getByText(UPDATE)).toBeHidden();

  // The second says so, runs the old build, and still has all of its files.
  await expect(otherPage.getByText(ELSEWHERE)).toBeVisible();
  expect(await build(otherPage)).toBe(first);
  const sheet = (await filesOf(DIST)).find((file) => file.endsWith(".css"))!;
  expect(await filesOf(next.folder)).not.toContain(sheet);
  // What the page itself asks of the worker some time after it is loaded: to clear away what no tab needs.
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active!.postMessage("tidy"));
  await page.waitForTimeout(500);
  expect(await otherPage.evaluate(async (sheet) => (await fetch(sheet)).status, sheet)).toBe(200);
  await other.setTarget("70.500");
  await other.saved();
  expect(await keptBuilds(page)).toHaveLength(2);

  await useUpdate(otherPage).click();
  await expect.poll(() => build(otherPage).catch(() => null), { timeout: 15_000 }).toBe(second);
  await other.ready();
  expect(await other.scenarioName()).toBe("Hải Dương 2024 – bản của tôi");
  await other.expectTotal(70_500);
  await expect(otherPage.getByText(ELSEWHERE)).toBeHidden();
  // No page is of the old build any more, and it goes.
  await expect.poll(() => keptBuilds(page), { timeout: 15_000 }).toEqual([expect.stringContaining(second)]);

  await withoutNetwork(host, context);
  await plan.reload();
  expect(await build(page)).toBe(second);
});

test("a build that is not whole on its host is not taken; the one before goes on", async ({ plan, page, host, context }) => {
  await using next = await nextBuild();
  await kept(page);
  const whole = await keptBuilds(page);
  await rm(join(next.folder, "fonts/source-sans-3-vietnamese.woff2"));
  host.show(next.folder);
  await comeBack(context);
  const asked = () => host.requests.filter(({ url, status }) => url.endsWith("vietnamese.woff2") && status === 404).length;
  await expect.poll(asked, { timeout: 15_000 }).toBeGreaterThan(0);
  await expect.poll(() => keptBuilds(page)).toEqual(whole);
  await expect(page.getByText(UPDATE)).toBeHidden();
  await withoutNetwork(host, context);
  await plan.reload();
  expect(await build(page)).toBe(await digestOf(DIST));
});

test("with a change that cannot be kept the newer build has to wait, and that is said", async ({ plan, page, host, context }) => {
  await using next = await nextBuild();
  await kept(page);
  await plan.lock("TP Sơn La", "4300");
  await plan.saved();
  host.show(next.folder);
  await comeBack(context);
  await expect(page.getByText(UPDATE)).toBeVisible({ timeout: 15_000 });
  expect((await new AxeBuilder({ page }).include(".page-head").analyze()).violations).toEqual([]);
  await page.evaluate(() => {
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key: string, text: string) {
      if (key.startsWith("bao-phu/scenario/")) throw new DOMException("full", "QuotaExceededError");
      write.call(this, key, text);
    };
  });
  await plan.lock("Bắc Yên", "1900");
  await useUpdate(page).click();
  await expect(page.getByText(/^Chưa chuyển sang bản mới/)).toBeVisible();
  expect(await plan.given("Bắc Yên")).toBe(1900);
  expect(await build(page)).toBe(await digestOf(DIST));
});
