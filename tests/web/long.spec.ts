// A nation's communes in one table: only the rows in view are in the page, and every key still works.
import { expect, people, test } from "./page";
import { openProvince } from "./provinces";

test.describe.configure({ timeout: 120_000 });

test.beforeEach(async ({ plan }) => {
  await openProvince(plan, { communes: 3_321, target: 500_000 });
});

test("3,321 rows: few are in the page, their numbers are true, and the last is one key away", async ({ plan }) => {
  const { page } = plan;
  const grid = page.getByRole("grid");
  await expect(grid).toHaveAttribute("aria-rowcount", "3323");
  const rows = grid.locator("tbody tr[data-row]");
  expect(await rows.count()).toBeLessThanOrEqual(120);
  await expect(rows.first()).toHaveAttribute("aria-rowindex", "2");
  await rows.first().locator('[data-column="given"]').click();
  await page.keyboard.press("Control+End");
  await expect(page.locator("td[data-active]")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.locator("tr[data-selected]")).toHaveAttribute("aria-rowindex", "3322");
  await expect(page.locator("tr[data-selected]").getByRole("rowheader")).toHaveText("Xã 3321");
  expect(await rows.count()).toBeLessThanOrEqual(121);
  expect(people(await plan.total())).toBe(500_000);
});

test("wherever it is scrolled to, no row in view is blank", async ({ plan }) => {
  const { page } = plan;
  for (const part of [0.1, 0.5, 0.93, 1, 0.27, 0]) {
    const blank = await page.evaluate(async (part) => {
      const box = document.querySelector<HTMLElement>(".grid-box")!;
      box.scrollTop = part * (box.scrollHeight - box.clientHeight);
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      for (let n = 0; n < 4; n += 1) await frame();
      const { top, bottom, left } = box.getBoundingClientRect();
      const from = top + 40;
      const to = Math.min(bottom, innerHeight) - 80;
      const missing = [];
      for (let y = from; y < to; y += 12) {
        const row = document.elementFromPoint(left + 200, y)?.closest("tr");
        if (!row?.hasAttribute("data-row") && !row?.closest("thead, tfoot")) missing.push(y);
      }
      return { missing, rows: document.querySelectorAll("tbody tr[data-row]").length };
    }, part);
    expect(blank.missing, `at ${part}`).toEqual([]);
    expect(blank.rows).toBeLessThanOrEqual(121);
  }
});
