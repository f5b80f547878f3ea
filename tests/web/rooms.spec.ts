// Everyone can use every room of the page: drawers, panels, forms and previews, in each language and theme.
import { focused, open, scan, targets } from "./accessible";
import { Drawer } from "./drawers";
import { expect, Plan, test } from "./page";

/** The rooms as they are entered one after the other; several are open at once, as they can be for a reader. */
const ROOMS: [what: string, enter: (plan: Plan) => Promise<void>][] = [
  ["checks, plans, quarters", async (plan) => {
    const { page } = plan;
    await page.locator("#periods-button").click();
    await expect(page.locator("#periods")).toBeVisible();
    await page.locator(".target__unfold").first().click();
    await expect(page.locator("#target-details")).toBeVisible();
    await new Drawer(page, "checks", plan.language).open();
    await expect(page.locator(".drawer")).toBeVisible();
  }],
  ["road map, months, negotiation", async (plan) => {
    const { page } = plan;
    await page.locator(".drawer__close").click();
    await page.locator("#periods input[type=radio]").nth(1).check();
    await page.locator(".target__unfold").last().click();
    const form = page.locator("#target-details form");
    await form.getByRole("textbox").last().fill("45000");
    await form.getByRole("button").click();
    await expect(page.locator(".road-map__table")).toBeVisible();
    await page.locator(".road-map__why summary").click();
    await page.locator("#negotiation-summary").click();
    await page.locator(".negotiation__amount").fill("49");
    await expect(page.locator(".negotiation table")).toBeVisible();
  }],
  ["figures: history, new units, a preview of what is pasted", async (plan) => {
    const { page } = plan;
    await new Drawer(page, "history", plan.language).open();
    await expect(page.locator("#history-step-1")).toBeVisible();
    await page.locator("a.lenses__link").first().click();
    const tools = page.locator("[role=toolbar]").first();
    await plan.row("Mai Sơn").locator('[data-column="result-tn"]').click();
    await page.locator("td[data-active]").evaluate((cell) => {
      const data = new DataTransfer();
      data.setData("text/plain", "Đơn vị\tBHXH TN 2022\nMai Sơn\t4.300\nQuynh Nai\t1.600\nTổng cộng\t6.000");
      cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect(page.locator(".paste__box")).toBeVisible();
    await tools.getByRole("button").first().click();
    await expect(page.locator("form, .form").first()).toBeVisible();
  }],
  ["figures: where a column comes from", async (plan) => {
    const { page } = plan;
    await page.locator(".drawer__close").click();
    await page.locator("[role=toolbar]").first().getByRole("button").last().click();
    await expect(page.locator(".form select").first()).toBeVisible();
  }],
  ["an empty scenario", async (plan) => {
    await plan.page.locator(".page-head__new").click();
    await expect(plan.page.locator(".beginning")).toBeVisible();
  }],
];

for (const language of ["vi", "en"] as const) {
  for (const theme of ["light", "dark"] as const) {
    test(`the scan finds nothing in any room: ${language}, ${theme}`, async ({ page }) => {
      test.setTimeout(180_000);
      const plan = new Plan(page);
      await open(plan, language, theme);
      for (const [what, enter] of ROOMS) {
        await test.step(what, async () => {
          await enter(plan);
          // What is half below a pinned bar only because the page is scrolled is no target there.
          await page.evaluate(() => scrollTo(0, 0));
          await scan(plan, what);
        });
      }
    });
  }
}

test("in every room targets are at least 24 × 24, and no stop of the Tab key is covered", async ({ page }) => {
  test.setTimeout(180_000);
  const plan = new Plan(page);
  await open(plan, "vi", "light");
  for (const [room, enter] of ROOMS) {
    await test.step(room, async () => {
      await enter(plan);
      for (const { what, width, height } of await targets(plan)) {
        expect.soft(Math.min(width, height), `${room}: ${what}`).toBeGreaterThanOrEqual(24);
      }
      // From the top of the page to its end.
      await page.evaluate(() => {
        (document.activeElement as HTMLElement | null)?.blur();
        document.querySelector<HTMLElement>(".skip")!.focus();
      });
      const stops = new Set<string>();
      for (let n = 0; n < 120; n += 1) {
        const stop = await focused(plan);
        if (!stop) break;
        stops.add(stop.what);
        expect.soft(stop.free, `${room}: ${stop.what} is covered by ${stop.by} at ${stop.y}`).toBe(true);
        await page.keyboard.press("Tab");
      }
      expect(stops.size, room).toBeGreaterThan(12);
    });
  }
});
