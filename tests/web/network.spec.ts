// A static page: every file from its own host, below any path, quietly, and nothing moves while it loads.
import { expect, OPENING, Plan, test } from "./page";

test("a whole session asks its own host for static files only, each once", async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.method()} ${request.url()}`));
  const plan = new Plan(page);
  await plan.open();
  await page.waitForLoadState("networkidle");
  const loaded = asked.length;
  await plan.setTarget("36.500");
  await plan.lock("TP Sơn La", "4300");
  await plan.chooseMethod("gap");
  await plan.switchTo("en");
  await plan.switchTheme();
  await plan.saved();
  for (const one of asked.filter((url) => !url.includes("data:"))) {
    expect(one.startsWith(`GET ${baseURL}`), one).toBe(true);
    expect(new URL(one.slice(4)).search, "nothing of the reader's is in an address").toBe("");
  }
  expect(asked.slice(loaded).filter((url) => !url.includes("data:")), "no request after the load").toEqual([]);
  expect(new Set(asked).size).toBe(asked.length);
});

test("the page goes on working when the host is gone", async ({ plan, context }) => {
  await plan.page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await plan.lock("TP Sơn La", "4300");
  expect(await plan.given("Thuận Châu")).toBe(4505);
  await plan.saved();
});

for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  test(`nothing jumps from the load until it is quiet, ${viewport.width} wide`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.addInitScript(() => {
      const moved = { value: 0, parts: [] as string[] };
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node?: Element }[] })[]) {
          moved.value += entry.value;
          moved.parts.push(`${entry.value.toFixed(4)}: ${entry.sources.map((source) => source.node?.className || source.node?.nodeName).join(", ")}`);
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    const plan = new Plan(page);
    await plan.open();
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(500);
    const moved = await page.evaluate(() => (window as unknown as { moved: { value: number; parts: string[] } }).moved);
    expect(moved.value, moved.parts.join("\n")).toBeLessThan(0.05);
    await plan.expectGiven(OPENING);
  });
}
