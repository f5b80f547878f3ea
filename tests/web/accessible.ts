// What every scan of the page is made of: the dress it wears, axe's rules, the sizes of targets, what has the focus.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Language, type Plan } from "./page";

export const SIZES = { laptop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export async function scan(plan: Plan, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: plan.page }).setLegacyMode().withTags(TAGS).analyze();
  const said = violations.flatMap((violation) => violation.nodes.map((node) =>
    `${violation.id}: ${node.target.join(" ")}: ${node.failureSummary?.split("\n").slice(1).join(";")}`));
  expect.soft(said, what).toEqual([]);
}

/** Opens the page in a dress; done through what the page keeps, so that one load is enough. */
export async function open(plan: Plan, language: Language, theme: "light" | "dark"): Promise<void> {
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

interface Target {
  what: string;
  width: number;
  height: number;
}

/** Everything that is clicked, with the label that is clicked for it. */
export function targets(plan: Plan): Promise<Target[]> {
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

/** What has the focus, and whether anything lies over its middle; nothing once the focus has left the page. */
export function focused(plan: Plan): Promise<{ what: string; free: boolean; by: string | null; y: number } | undefined> {
  return plan.page.evaluate(() => {
    const part = document.activeElement!;
    if (part === document.body) return undefined;
    const box = part.getBoundingClientRect();
    const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const free = at && (part.contains(at) || at.contains(part) || at.closest("label")?.contains(part));
    const what = part.id || part.getAttribute("aria-label") || (part as HTMLElement).innerText || part.className;
    return { what, free: !!free, by: at?.className ?? null, y: box.y };
  });
}
