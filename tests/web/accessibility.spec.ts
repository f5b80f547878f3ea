// Everyone can use it: an automated scan in every dress of the page, sizes one can hit, marks one can read.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, OPENING, Plan, SON_LA, test, type Language } from "./page";

const SIZES = { laptop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function scan(plan: Plan, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: plan.page }).setLegacyMode().withTags(TAGS).analyze();
  const said = violations.flatMap((violation) => violation.nodes.map((node) =>
    `${violation.id}: ${node.target.join(" ")}: ${node.failureSummary?.split("\n").slice(1).join(";")}`));
  expect.soft(said, what).toEqual([]);
}

/** Opens the page in a dress; done through what the page keeps, so that one load is enough. */
async function open(plan: Plan, language: Language, theme: "light" | "dark"): Promise<void> {
  await plan.page.addInitScript(([language, theme]) => {
    if (!localStorage.getItem("bao-phu/settings")) {
      localStorage.setItem("bao-phu/settings", JSON.stringify({ language, theme, places: {} }));
    }
  }, [language, theme]);
  plan.language = language;
  await plan.page.emulateMedia({ reducedMotion: "reduce" });
  await plan.open();
  await expect(plan.page.locator("html")).toHaveAttribute("lang", language);
  await expect(plan.page.locator("html")).toHaveAttribute("data-theme", theme);
}

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

interface Target {
  what: string;
  width: number;
  height: number;
}

/** Everything that is clicked, with the label that is clicked for it. */
function targets(plan: Plan): Promise<Target[]> {
  return plan.page.evaluate(() => {
    const parts = document.querySelectorAll<HTMLElement>('button, select, summary, a[href], input, [role="grid"] td');
    return [...parts]
      .filter((part) => part.checkVisibility() && !part.closest(".spoken") && !part.matches(".skip"))
      .map((part) => {
        const label = part instanceof HTMLInputElement && /radio|checkbox/.test(part.type) ? part.closest("label") ?? part : part;
        const { width, height } = label.getBoundingClientRect();
        return { what: part.id || part.getAttribute("aria-label") || label.innerText || part.className, width, height };
      })
      .filter(({ width, height }) => width > 0 && height > 0);
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

test("on a phone the buttons, fields and choices are at least 44 high", async ({ plan }) => {
  await plan.page.setViewportSize(SIZES.phone);
  await plan.cell("Thuận Châu").click();
  const all = await plan.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, select, input:not([type=radio], [type=checkbox]), label:has([type=radio], [type=checkbox])")]
      .filter((part) => part.checkVisibility() && !part.matches(".link"))
      .map((part) => ({ what: part.id || part.getAttribute("aria-label") || part.innerText, height: part.getBoundingClientRect().height }))
      .filter(({ height }) => height > 0));
  expect(all.length).toBeGreaterThan(5);
  for (const { what, height } of all) expect.soft(height, what).toBeGreaterThanOrEqual(42);
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
      const stop = await page.evaluate(() => {
        const part = document.activeElement!;
        if (part === document.body) return undefined;
        const box = part.getBoundingClientRect();
        const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        const free = at && (part.contains(at) || at.contains(part) || at.closest("label")?.contains(part));
        const what = part.id || part.getAttribute("aria-label") || (part as HTMLElement).innerText || part.className;
        return { what, free: !!free, by: at?.className ?? null, y: box.y };
      });
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

test("on a phone the reason is a sheet: opened by a touch, closed by its button and by Escape, and the cell has the focus again", async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  const plan = new Plan(page);
  await plan.open();
  await expect(plan.inspector).toBeHidden();
  for (const close of ["button", "Escape"]) {
    await plan.cell("Thuận Châu").click();
    await expect(plan.inspector).toBeVisible();
    await expect(plan.inspector).toContainText("Vì sao Thuận Châu được giao 4.549?");
    if (close === "button") await plan.inspector.getByRole("button", { name: "Đóng" }).click();
    else await page.keyboard.press("Escape");
    await expect(plan.inspector).toBeHidden();
    await expect(plan.cell("Thuận Châu")).toBeFocused();
  }
  expect(await plan.allGiven()).toEqual([...OPENING]);
});

test("on a phone verdict, balance and three units stand above the fold", async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  const plan = new Plan(page);
  await plan.open();
  await expect(page.getByText(/^Để đạt 35\.002 người/)).toBeInViewport({ ratio: 1 });
  await expect(plan.recon.getByText("Khớp", { exact: true })).toBeInViewport({ ratio: 1 });
  for (const unit of SON_LA.slice(0, 3)) await expect(plan.cell(unit)).toBeInViewport({ ratio: 1 });
});

test("on a laptop all twelve units and the total stand above the fold", async ({ plan }) => {
  for (const unit of [...SON_LA, "Toàn tỉnh"]) await expect.soft(plan.cell(unit), unit).toBeInViewport({ ratio: 1 });
});

test("under 480 px of height nothing is pinned", async ({ plan, page }) => {
  await page.setViewportSize({ width: 1000, height: 470 });
  const pinned = await page.evaluate(() => [...document.querySelectorAll("*")].filter((part) => ["sticky", "fixed"].includes(getComputedStyle(part).position) && part.checkVisibility()).map((part) => part.className));
  expect(pinned).toEqual([]);
  await plan.expectGiven(OPENING);
});
