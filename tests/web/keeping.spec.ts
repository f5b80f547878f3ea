// What was entered is still there tomorrow; where it cannot be kept, that is said at once and nothing is lost.
import { readFile } from "node:fs/promises";
import { expect, KEYS, OPENING, Plan, sum, test } from "./page";

/** Edits, waits until it is kept, and returns the key of the document. */
async function edited(plan: Plan): Promise<string> {
  await plan.lock("TP Sơn La", "4300");
  await plan.saved();
  const keys = await plan.keys(KEYS.scenario);
  expect(keys).toHaveLength(1);
  return keys[0]!;
}

test("nothing is kept before the first edit, and looking around is no edit", async ({ plan }) => {
  await plan.explain("Mường La");
  await plan.undo();
  await plan.page.waitForTimeout(500);
  expect(await plan.keys(KEYS.scenario)).toEqual([]);
  expect(await plan.keys(KEYS.history)).toEqual([]);
});

test("the first edit makes a copy of one's own; the example stays in the menu as it was", async ({ plan }) => {
  expect(await plan.scenarioName()).toBe("Ví dụ: Sơn La 2023");
  await edited(plan);
  expect(await plan.scenarioName()).toBe("Sơn La 2023 – bản của tôi");
  const index = JSON.parse((await plan.stored(KEYS.index))!) as { name: string }[];
  expect(index.map((entry) => entry.name)).toEqual(["Sơn La 2023 – bản của tôi"]);
  await plan.openScenario("Ví dụ: Sơn La 2023");
  await plan.expectGiven(OPENING);
  // A second copy gets a name of its own, and the first is still there.
  await plan.setTarget("36.500");
  await plan.saved();
  expect(await plan.scenarioName()).toBe("Sơn La 2023 – bản của tôi (2)");
  await plan.openScenario("Sơn La 2023 – bản của tôi");
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
});

test("a reload keeps the document and everything that can be undone and redone", async ({ plan }) => {
  await plan.setTarget("36.500");
  await plan.chooseMethod("labourForce");
  await plan.lock("TP Sơn La", "4300");
  await plan.setLimit("Thuận Châu", "ceiling", "4.000");
  await plan.cell("Thuận Châu").click();
  await plan.undo();
  await plan.saved();
  const before = await plan.allGiven();
  await plan.reload();
  await plan.expectGiven(before);
  await expect(plan.method("labourForce")).toBeChecked();
  await plan.redo();
  await expect.poll(() => plan.given("Thuận Châu")).toBe(4000);
  for (let step = 0; step < 4; step += 1) await plan.undo();
  await plan.expectGiven(OPENING);
  await expect(plan.undoButton).toHaveAttribute("aria-disabled", "true");
  for (let step = 0; step < 3; step += 1) await plan.redo();
  await plan.expectGiven(before);
});

test("an edit undone and made again before it is written leaves nothing to save, and that is said", async ({ plan, page }) => {
  await edited(plan);
  await plan.undo();
  await plan.redo();
  await plan.saved();
  await plan.redo();
  await plan.undo();
  await plan.saved();
  await expect(page.getByText("Đang lưu…")).toBeHidden();
});

test("an edit is kept even when the page goes at once", async ({ plan }) => {
  await plan.lock("TP Sơn La", "4300");
  await plan.reload();
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
});

test("language, theme, indicator and selected unit come back", async ({ plan }) => {
  await plan.switchTheme();
  const theme = await plan.page.locator("html").getAttribute("data-theme");
  await plan.openScenario("Ví dụ: Hải Dương 2024");
  await plan.indicator.selectOption({ label: "BHXH tự nguyện 2024" });
  await plan.cell("Huyện Cẩm Giàng").click();
  await plan.switchTo("en");
  await expect.poll(async () => (await plan.stored(KEYS.settings)) ?? "").toContain('"en"');
  await plan.reload();
  const html = plan.page.locator("html");
  await expect(html).toHaveAttribute("lang", "en");
  await expect(html).toHaveAttribute("data-theme", theme!);
  expect(await plan.scenarioName()).toContain("Hải Dương 2024");
  await plan.expectTotal(48_063);
  await expect(plan.table.locator('[aria-selected="true"]')).toHaveCount(1);
  await expect(plan.row("Huyện Cẩm Giàng").locator('[aria-selected="true"]')).toHaveCount(1);
});

test("damaged view settings cost nothing but themselves", async ({ plan }) => {
  await plan.store(KEYS.settings, '{"language":');
  await plan.reload();
  await plan.expectGiven(OPENING);
});

const DAMAGE: [name: string, damage: (text: string) => string][] = [
  ["cut off", (text) => text.slice(0, text.length / 2)],
  ["something else", () => '["không", "phải"]'],
  ["empty", () => ""],
  ["contradicting itself", (text) => text.replace('"parent":0', '"parent":1')],
];

for (const [name, damage] of DAMAGE) {
  test(`a kept document that is ${name} is set aside whole and offered, never overwritten`, async ({ plan }) => {
    const key = await edited(plan);
    const damaged = damage((await plan.stored(key))!);
    await plan.store(key, damaged);
    // With a kept version that one is opened: `faults.spec.ts`.
    await plan.forget(KEYS.snapshot);
    await plan.reload();
    await plan.expectGiven(OPENING);
    const notice = plan.page.getByText("Đã giữ riêng; tải về trước khi xóa.", { exact: false }).first();
    await expect(notice).toBeVisible();
    const aside = await plan.keys(KEYS.aside);
    expect(aside).toHaveLength(1);
    expect(await plan.stored(aside[0]!)).toBe(damaged);
    expect(await plan.keys(KEYS.scenario)).toEqual([]);
    // Work goes on, and the text set aside stays.
    await plan.setTarget("36.500");
    await plan.saved();
    await plan.reload();
    expect(await plan.stored(aside[0]!)).toBe(damaged);
    const [file] = await Promise.all([
      plan.page.waitForEvent("download"),
      plan.page.getByRole("button", { name: "Tải về" }).click(),
    ]);
    expect(await readFile(await file.path(), "utf8")).toBe(damaged);
    await plan.page.getByRole("button", { name: "Xóa" }).click();
    expect(await plan.keys(KEYS.aside)).toEqual([]);
    await plan.expectTotal(36_500);
  });
}

test("a document of a newer page stays where it is, untouched, and is said to be newer", async ({ plan }) => {
  const key = await edited(plan);
  const newer = '{"version":99,"what":"nobody here knows"}';
  await plan.store(key, newer);
  await plan.reload();
  await plan.expectGiven(OPENING);
  await expect(plan.page.getByText(/bản mới hơn/)).toBeVisible();
  expect(await plan.stored(key)).toBe(newer);
  await plan.setTarget("36.500");
  await plan.saved();
  expect(await plan.stored(key)).toBe(newer);
});

test("a damaged history is dropped and said; the document stays", async ({ plan }) => {
  const key = await edited(plan);
  await plan.store(key.replace(KEYS.scenario, KEYS.history), "{");
  await plan.reload();
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
  await expect(plan.page.getByRole("status").filter({ hasText: /[Hh]oàn tác|[Ll]ịch sử/ })).toBeVisible();
  await expect(plan.undoButton).toHaveAttribute("aria-disabled", "true");
});

test("a damaged list loses no document", async ({ plan }) => {
  await edited(plan);
  await plan.store(KEYS.index, "{");
  await plan.reload();
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
  expect(await plan.scenarioName()).toBe("Sơn La 2023 – bản của tôi");
});

const FULL = "Bộ nhớ trình duyệt đã đầy. Tải tệp .json để không mất số liệu.";

test("a full storage is said at once, the file can be taken, and work goes on", async ({ plan, page }) => {
  const key = await edited(plan);
  // Nothing that could be given up for room: that is tried in `faults.spec.ts`.
  await plan.forget(KEYS.snapshot);
  await plan.forget(KEYS.history);
  await plan.page.evaluate(() => {
    for (let size = 1 << 22; size >= 1; size >>= 1) {
      for (let n = 0; ; n += 1) {
        try {
          localStorage.setItem(`other-${size}-${n}`, "x".repeat(size));
        } catch {
          break;
        }
      }
    }
  });
  const kept = await plan.stored(key);
  await plan.lock("Sốp Cộp", "1400");
  await plan.lock("Bắc Yên", "1900");
  await expect(page.getByText(FULL)).toBeVisible({ timeout: 1_500 });
  await expect(page.getByText("Chưa lưu được – xem lý do")).toBeVisible();
  expect(sum(await plan.allGiven())).toBe(35_002);
  // What was kept before is whole, whatever of the new did not fit.
  expect(() => JSON.parse(kept!)).not.toThrow();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Tải tệp .json" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.json$/);
  const text = await readFile(await file.path(), "utf8");
  expect(text).toContain('"lock": 1900');
  await plan.undo();
  await expect.poll(() => plan.given("Sốp Cộp")).toBe(1400);
  // Room again: the next edit is kept, and the notice goes.
  await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("other")).forEach((key) => localStorage.removeItem(key)));
  await plan.lock("Bắc Yên", "1901");
  await plan.saved();
  await expect(page.getByText(FULL)).toBeHidden();
  await plan.reload();
  expect(await plan.given("Bắc Yên")).toBe(1901);
});

for (const part of ["scenario", "history", "index"] as const) {
  test(`a write that fails in the middle, at the ${part}, leaves document and history of one mind`, async ({ plan, page }) => {
    await page.evaluate(() => {
      const write = Storage.prototype.setItem;
      Object.assign(window, { failing: "" });
      Storage.prototype.setItem = function (key: string, text: string) {
        const { failing } = window as unknown as { failing: string };
        if (failing && key.startsWith(failing)) throw new DOMException("full", "QuotaExceededError");
        write.call(this, key, text);
      };
    });
    await edited(plan);
    await page.evaluate((failing) => Object.assign(window, { failing }), KEYS[part]);
    await plan.lock("Bắc Yên", "1900");
    await expect(page.getByText(FULL)).toBeVisible();
    expect(await plan.given("Bắc Yên")).toBe(1900);
    expect(sum(await plan.allGiven())).toBe(35_002);
    await plan.reload();
    // Either both of the edit or nothing of it; one undo takes back exactly the last step that is there.
    const now = await plan.given("Bắc Yên");
    expect(await plan.given("TP Sơn La")).toBe(4300);
    await plan.undo();
    if (now === 1900) await expect.poll(() => plan.given("TP Sơn La"), "the undone step is the last one").toBe(4300);
    else await plan.expectGiven(OPENING);
  });
}

test("a blocked storage is said before anything is entered, and the page works", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
  const plan = new Plan(page);
  await plan.open();
  await expect(page.getByText("Trình duyệt không cho lưu. Đóng trang sẽ mất số liệu; hãy tải tệp .json.")).toBeVisible();
  await plan.expectGiven(OPENING);
  await plan.lock("TP Sơn La", "4300");
  expect(await plan.given("Thuận Châu")).toBe(4505);
  await plan.undo();
  await plan.expectGiven(OPENING);
  await plan.switchTo("en");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download the .json file" }).click(),
  ]);
  expect(JSON.parse(await readFile(await file.path(), "utf8"))).toMatchObject({ version: 2 });
});
