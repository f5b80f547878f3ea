import { expect, test } from "@playwright/test";
import { BLOCKED } from "./page";

test("the page starts below the root of a host, quietly, and asks no other origin", async ({ context, page, baseURL }) => {
  const origin = new URL(baseURL!).origin;
  const elsewhere: string[] = [];
  const twice: string[] = [];
  const seen = new Set<string>();
  const complaints: string[] = [];
  context.on("request", (request) => {
    const url = request.url();
    if (url.startsWith("data:")) return;
    if (new URL(url).origin !== origin) elsewhere.push(url);
    if (seen.has(url)) twice.push(url);
    seen.add(url);
  });
  context.on("requestfailed", (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
  context.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`);
  });
  // Warnings too: Chromium reports a preload nobody used, or a style the policy refused, as one.
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && message.text() !== BLOCKED) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));

  const wasm = page.waitForResponse((response) => response.url().endsWith(".wasm"));
  await page.goto("./");
  expect((await wasm).headers()["content-type"]).toBe("application/wasm");
  await page.waitForLoadState("networkidle");
  // Chromium judges preloads some seconds after the load.
  await page.waitForTimeout(4_000);

  await expect(page).toHaveTitle("Bao Phủ – giao chỉ tiêu và theo dõi độ bao phủ bảo hiểm");
  await expect(page.locator("#engine-error")).toBeHidden();
  await expect(page.locator("#app")).not.toBeEmpty();
  expect(elsewhere).toEqual([]);
  expect(twice).toEqual([]);
  expect(complaints).toEqual([]);
});

test("the policy allows the page's own files only, and the page holds no inline code", async ({ page, request }) => {
  const html = await (await request.get("./")).text();
  const policy = /http-equiv="?Content-Security-Policy"? content="([^"]*)"/i.exec(html)?.[1] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toContain("unsafe-inline");

  await page.goto("./");
  await expect(page.locator("script:not([src]), style, [onclick], [onload]")).toHaveCount(0);
  expect(html).not.toMatch(/\sstyle=/);
});

test("without WebAssembly the page says so, in both languages", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await page.goto("./");
  const notice = page.getByRole("alert");
  await expect(notice).toContainText("Trình duyệt không chạy được phần tính.");
  await expect(notice).toContainText("This browser cannot run the calculator.");
});

test("a kept theme and language hold from the first paint", async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem("bao-phu/settings", JSON.stringify({ theme: "dark", language: "en", current: "a" }));
  });
  // Only the head's own script runs: the page's start is held back.
  await page.route("**/start.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.goto("./");
  const root = page.locator("html");
  await expect(root).toHaveAttribute("data-theme", "dark");
  await expect(root).toHaveAttribute("lang", "en");
  await expect(root).toHaveAttribute("data-own", "");
});

test("both fonts load and carry Vietnamese", async ({ page }) => {
  await page.goto("./");
  const loaded = await page.evaluate(async () => {
    const faces = await document.fonts.load('1rem "Source Sans 3 Variable"', "aẤẦỔỮỘỆỹđĐơƯ");
    return faces.map((face) => face.status);
  });
  expect(loaded).toEqual(["loaded", "loaded"]);
});
