// Levels: every node adds up, opens and closes by keys, and has its own reasons.
import type { Locator } from "@playwright/test";
import { expect, people, sum, test, type Plan } from "./page";

const EXAMPLE = "Ví dụ: Tỉnh mẫu, cấp xã 2026";

function tree(plan: Plan): Locator {
  return plan.page.getByRole("treegrid");
}

function name(plan: Plan, unit: string): Locator {
  return tree(plan).getByRole("rowheader", { name: unit });
}

async function rows(plan: Plan): Promise<{ unit: string; level: number; given: number | null }[]> {
  return tree(plan).evaluate((table) =>
    [...table.querySelectorAll("tbody tr[data-row]")].map((row) => {
      const text = (column: string) => row.querySelector<HTMLElement>(`[data-column="${column}"]`)?.innerText ?? "";
      const number = /\d[\d.]*/.exec(text("given"))?.[0].replaceAll(".", "");
      const level = Number(row.querySelector('[data-column="unit"]')?.getAttribute("aria-level"));
      const unit = row.querySelector<HTMLElement>(".grid__name")?.innerText ?? "";
      return { unit, level, given: number === undefined ? null : Number(number) };
    }),
  );
}

test.beforeEach(async ({ plan }) => {
  await plan.openScenario(EXAMPLE);
  await expect(tree(plan)).toBeVisible();
});

test("every level adds up to the person, and says so beside the node", async ({ plan }) => {
  const shown = await rows(plan);
  expect(shown.filter((row) => row.level === 1)).toHaveLength(3);
  expect(shown).toHaveLength(18);
  let node: { given: number | null } | undefined;
  const below = new Map<object, number[]>();
  for (const row of shown) {
    if (row.level === 1) node = row;
    else below.set(node!, [...(below.get(node!) ?? []), row.given!]);
  }
  for (const [office, given] of below) expect(sum(given)).toBe((office as { given: number }).given);
  expect(sum(shown.filter((row) => row.level === 1).map((row) => row.given))).toBe(people(await plan.total()));
  await expect(name(plan, "BHXH cơ sở Bắc")).toContainText("Khớp");
});

test("→ and ← on a name open and close what is below it, and the selection stays", async ({ plan }) => {
  const office = name(plan, "BHXH cơ sở Bắc");
  await office.click();
  await expect(office).toHaveAttribute("aria-expanded", "true");
  await plan.page.keyboard.press("ArrowLeft");
  await expect(office).toHaveAttribute("aria-expanded", "false");
  await expect(tree(plan).locator("tbody tr[data-row]")).toHaveCount(13);
  await expect(office).toBeFocused();
  await plan.page.keyboard.press("Enter");
  await expect(office).toHaveAttribute("aria-expanded", "true");
  await plan.page.keyboard.press("ArrowDown");
  const commune = name(plan, "Phường Tân Bình");
  await expect(commune).toBeFocused();
  await expect(commune).toHaveAttribute("aria-level", "2");
  await plan.page.keyboard.press("ArrowLeft");
  await expect(office, "← on a unit without others leads to the one above").toBeFocused();
});

test("bar and reasons are those of the node the selected unit belongs to", async ({ plan }) => {
  await name(plan, "Xã Mỹ Lộc").click();
  const office = (await rows(plan)).find((row) => row.unit === "BHXH cơ sở Trung")!;
  await expect(plan.recon).toContainText(office.given!.toLocaleString("vi-VN"));
  await expect(plan.inspector.getByRole("heading").first()).toContainText("Xã Mỹ Lộc");
  await expect(plan.method("gap"), "this office goes its own way").toBeChecked();
  await name(plan, "BHXH cơ sở Trung").click();
  await expect(plan.method("lift")).toBeChecked();
});

test("a lock deep down is respected at every level above it", async ({ plan }) => {
  const before = people(await plan.total());
  await plan.page.locator('[id$="-given"]').nth(1).click();
  await plan.page.keyboard.type("900");
  await plan.page.keyboard.press("Enter");
  const shown = await rows(plan);
  expect(shown[1]).toMatchObject({ unit: "Phường Tân Bình", given: 900 });
  expect(sum(shown.filter((row) => row.level === 1).map((row) => row.given))).toBe(before);
  expect(sum(shown.slice(1, 6).map((row) => row.given))).toBe(shown[0]!.given);
});

test("F8 leads to the level that is off, and says by how much", async ({ plan }) => {
  const { page } = plan;
  // All five communes fixed, then their office at 100 more.
  await page.locator('[id$="-given"]').nth(1).click();
  for (let n = 0; n < 4; n += 1) await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+Shift+L");
  const office = (await rows(plan))[0]!.given!;
  await page.locator('[id$="-given"]').nth(0).click();
  await page.keyboard.type(String(office + 100));
  await page.keyboard.press("Enter");
  await expect(name(plan, "BHXH cơ sở Bắc")).toContainText("Còn 100 chưa giao");
  // From anywhere, also while the office is closed.
  await name(plan, "BHXH cơ sở Bắc").click();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Control+End");
  await page.keyboard.press("F8");
  await expect(page.locator("td[data-active]")).toBeFocused();
  await expect(page.locator("tr[data-selected]").getByRole("rowheader")).toContainText("Phường Tân Bình");
  await expect(plan.recon).toContainText("Còn 100 chưa giao");
  await page.keyboard.press("Control+z");
  await expect(name(plan, "BHXH cơ sở Bắc")).toContainText("Khớp");
});
