// Everyone can use it: an automated scan in every dress of the page, sizes one can hit, marks one can read.
import { focused, open, scan, SIZES, targets } from "./accessible";
import { expect, OPENING, Plan, SON_LA, test } from "./page";

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const language of ["vi", "en"] as const) {
    for (const theme of ["light", "dark"] as const) {
      test(`the scan finds nothing: ${size}, ${language}, ${theme}`, async ({ page }) => {
        // Three scans of the whole page, on a machine that may be busy.
        test.setTimeout(90_000);
        const plan = new Plan(page);
        await page.setViewportSize(viewport);
        await open(plan, language, theme);
        await scan(plan, "as it opens");
        await plan.lock("TP Sơn La", "4300");
        // On a phone the cell just clicked has opened its sheet over the others.
        await page.keyboard.press("Escape");
        await plan.explain("Thuận Châu");
        await expect(plan.inspector).toBeVisible();
        await scan(plan, "the reason is open");
        await plan.limit("floor").fill("40.000");
        await plan.limit("floor").press("Enter");
        await page.keyboard.press("Escape");
        await expect(plan.problems).toBeVisible();
        await scan(plan, "a plan that cannot be");
      });
    }
  }
}

for (const [language, theme] of [["vi", "light"], ["en", "dark"]] as const) {
  test(`the scan finds nothing where one can only look: ${language}, ${theme}`, async ({ page }) => {
    test.setTimeout(90_000);
    const plan = new Plan(page);
    await open(plan, language, theme);
    await plan.lock("TP Sơn La", "4300");
    await plan.saved();
    const other = new Plan(await page.context().newPage());
    await open(other, language, theme);
    await expect(other.readOnly).toBeVisible();
    await scan(other, "edited in another tab");
    await other.page.getByRole("button", { name: language === "vi" ? "Lịch sử" : "History" }).click();
    await expect(other.page.getByRole("button", { name: language === "vi" ? /^Khôi phục bản cất/ : /^Restore the version/ })).toBeVisible();
    await scan(other, "with the kept versions");
    await other.page.setViewportSize(SIZES.phone);
    await scan(other, "on a phone");
    await other.page.keyboard.press("Escape");
    await scan(other, "on a phone, without the drawer");
  });
}

test("every target is at least 24 × 24", async ({ plan }) => {
  for (const viewport of Object.values(SIZES)) {
    await plan.page.setViewportSize(viewport);
    for (const { what, width, height } of await targets(plan)) {
      expect.soft(Math.min(width, height), `${what}, ${viewport.width} wide`).toBeGreaterThanOrEqual(24);
    }
  }
});

test("tone marks are never clipped, also at twice the text size", async ({ plan, page }) => {
  const clipped = () => page.evaluate(async () => {
    const found: string[] = [];
    const parts = [...document.querySelectorAll<HTMLElement>("h1, h2, h3, p, td, th, button, li, label, summary, caption, .verdict, span")]
      .filter((part) => part.checkVisibility() && !part.closest(".spoken, svg") && [...part.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim()));
    for (const part of parts) {
      const text = [...part.childNodes].find((node) => node.nodeType === 3 && node.textContent!.trim())!;
      const before = text.textContent;
      text.textContent = "ẤẦỔỮỘỆ";
      for (let box: HTMLElement | null = part; box && box !== document.body; box = box.parentElement) {
        const { overflowY } = getComputedStyle(box);
        if (overflowY === "visible" || overflowY === "auto") continue;
        if (box.scrollHeight > box.clientHeight + 1) found.push(`${box.className || box.id || box.tagName}: ${box.scrollHeight} in ${box.clientHeight}`);
      }
      if (getComputedStyle(part).display !== "inline" && part.clientHeight && part.scrollHeight > part.clientHeight + 1) {
        found.push(`${part.className || part.tagName} “${before!.trim().slice(0, 30)}”: ${part.scrollHeight} in ${part.clientHeight}`);
      }
      text.textContent = before;
    }
    return [...new Set(found)];
  });
  await page.evaluate(() => document.fonts.ready);
  for (const theme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: theme as "light" | "dark" });
    expect.soft(await clipped(), theme).toEqual([]);
  }
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  expect.soft(await clipped(), "twice the size").toEqual([]);
});

for (const width of [320, 390, 768, 1024]) {
  test(`the page never scrolls sideways: ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    const plan = new Plan(page);
    await plan.open();
    const sideways = () => page.evaluate(() => ({
      over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      // Nothing is cut off either: what is wider than the window can be read somewhere.
      parts: [...document.querySelectorAll<HTMLElement>("main *, header *")]
        .filter((part) => part.checkVisibility() && !part.closest(".spoken, svg, thead, .skip") && part.getBoundingClientRect().right > innerWidth + 1)
        .map((part) => part.className || part.tagName),
    }));
    expect.soft(await sideways(), "as it opens").toEqual({ over: 0, parts: [] });
    await plan.cell("Thuận Châu").click();
    await plan.limit("floor").fill("40.000");
    await plan.limit("floor").press("Enter");
    await page.keyboard.press("Escape");
    await expect(plan.problems).toBeVisible();
    await expect(plan.inspector).not.toBeInViewport();
    expect.soft(await sideways(), "with a problem").toEqual({ over: 0, parts: [] });
    await plan.openScenario("Ví dụ: Hải Dương 2024");
    expect.soft(await sideways(), "Hải Dương").toEqual({ over: 0, parts: [] });
  });
}

for (const [size, viewport] of Object.entries(SIZES)) {
  test(`no stop of the Tab key is covered: ${size}`, async ({ plan, page }) => {
    await page.setViewportSize(viewport);
    const stops = new Set<string>();
    for (let n = 0; n < 60; n += 1) {
      await page.keyboard.press("Tab");
      const stop = await focused(plan);
      if (!stop) break;
      stops.add(stop.what);
      expect.soft(stop.free, `${stop.what} is covered by ${stop.by} at ${stop.y}`).toBe(true);
    }
    expect(stops.size).toBeGreaterThan(8);
    // The arrows of the grid as well: no cell hides below what is pinned.
    await plan.cell("Sốp Cộp").click();
    if (size === "phone") await page.keyboard.press("Escape");
    await expect(plan.cell("Sốp Cộp")).toBeFocused();
    for (let n = 0; n < 12; n += 1) {
      await page.keyboard.press("ArrowUp");
      const free = await page.evaluate(() => {
        const part = document.activeElement!;
        const box = part.getBoundingClientRect();
        const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return !!at && part.contains(at);
      });
      expect.soft(free, `row ${11 - n}`).toBe(true);
    }
  });
}

test("on a laptop all twelve units and the total stand above the fold", async ({ plan }) => {
  for (const unit of [...SON_LA, "Toàn tỉnh"]) await expect.soft(plan.cell(unit), unit).toBeInViewport({ ratio: 1 });
});

test("under 480 px of height nothing is pinned", async ({ plan, page }) => {
  await page.setViewportSize({ width: 1000, height: 470 });
  const pinned = await page.evaluate(() => [...document.querySelectorAll("*")].filter((part) => ["sticky", "fixed"].includes(getComputedStyle(part).position) && part.checkVisibility()).map((part) => part.className));
  expect(pinned).toEqual([]);
  await plan.expectGiven(OPENING);
});
