// One tab at a time changes a scenario; the others look on, follow, and can take over. No edit is lost.
import { expect, KEYS, Plan, test } from "./page";

const IN_OTHER_TAB = "Phương án đang được sửa ở tab khác.";
const CHANGED = "Phương án này vừa được lưu từ nơi khác";
const NEWER = "Phương án do bản mới hơn của trang này ghi";

/** The same scenario in another tab of the same browser. */
async function another(plan: Plan, before = (): void => {}): Promise<Plan> {
  const other = new Plan(await plan.page.context().newPage());
  await other.page.addInitScript(before);
  await other.open();
  return other;
}

async function press(plan: Plan, name: string): Promise<void> {
  await plan.readOnly.getByRole("button", { name, exact: true }).click();
}

/** Makes every write of a key that begins so fail as a full storage does, until it is called with nothing. */
async function failing(plan: Plan, prefix: string): Promise<void> {
  await plan.page.evaluate((prefix) => {
    const page = window as unknown as { failing?: string };
    if (page.failing === undefined) {
      const write = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key: string, text: string) {
        if (page.failing && key.startsWith(page.failing)) throw new DOMException("full", "QuotaExceededError");
        write.call(this, key, text);
      };
    }
    page.failing = prefix;
  }, prefix);
}

/** A browser without Web Locks, as on a page that is served over plain http. */
async function withoutLocks(plan: Plan): Promise<void> {
  await plan.page.context().addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "locks", { get: () => undefined, configurable: true });
  });
  await plan.reload();
}

test("the second tab only looks, follows, and takes over; then the first says so; no edit is lost", async ({ plan }) => {
  await plan.lock("TP Sơn La", "4300");
  await plan.saved();
  await expect(plan.readOnly).toHaveCount(0);

  const other = await another(plan);
  await expect(other.readOnly).toContainText(IN_OTHER_TAB);
  await expect.poll(() => other.given("TP Sơn La")).toBe(4300);
  await expect(other.page.getByText("Chỉ xem", { exact: true })).toBeVisible();

  // Nothing in it takes a change, and each try is answered.
  await expect(other.cell("Bắc Yên")).toHaveAttribute("aria-readonly", "true");
  await other.typeInCell("Bắc Yên", "1900");
  await expect(other.editor).toHaveCount(0);
  await expect(other.readOnly).toHaveAttribute("data-called", /[ab]/);
  await expect(other.page.locator('.spoken[aria-live="polite"]')).toContainText(IN_OTHER_TAB);
  await expect(other.field()).toHaveAttribute("readonly", "");
  await expect(other.method("labourForce")).toBeDisabled();
  await expect(other.noUnitBelowLast).toBeDisabled();
  await other.undo();
  await expect.poll(() => other.given("TP Sơn La")).toBe(4300);

  // It follows, and the selection stays.
  await other.cell("Vân Hồ").click();
  await plan.lock("Sốp Cộp", "1400");
  await expect.poll(() => other.given("Sốp Cộp")).toBe(1400);
  await expect(other.row("Vân Hồ").locator('[aria-selected="true"]')).toHaveCount(1);

  // What is still being typed in the first tab comes along.
  await plan.typeInCell("Bắc Yên", "1900");
  await press(other, "Sửa ở đây");
  await expect(other.readOnly).toHaveCount(0);
  await expect.poll(() => other.given("Bắc Yên")).toBe(1900);
  await expect(plan.readOnly).toContainText(IN_OTHER_TAB);
  await plan.undo();
  await other.lock("Vân Hồ", "1700");
  await expect.poll(() => plan.given("Vân Hồ")).toBe(1700);
  await expect.poll(() => plan.given("Bắc Yên")).toBe(1900);

  // Back again, with everything that can be undone; each step goes on from the other tab's.
  await press(plan, "Sửa ở đây");
  await expect(plan.readOnly).toHaveCount(0);
  await expect(other.readOnly).toContainText(IN_OTHER_TAB);
  await plan.undo();
  await expect.poll(() => plan.given("Vân Hồ")).not.toBe(1700);
  await expect.poll(() => other.given("Vân Hồ")).not.toBe(1700);
  await plan.undo();
  await expect.poll(() => other.given("Bắc Yên")).not.toBe(1900);
  await expect.poll(() => other.given("Sốp Cộp")).toBe(1400);
});

test("a tab that looks on may change the scenario once the other is closed", async ({ plan }) => {
  await plan.lock("TP Sơn La", "4300");
  await plan.saved();
  const other = await another(plan);
  await expect(other.readOnly).toContainText(IN_OTHER_TAB);
  await plan.lock("Sốp Cộp", "1400");
  await plan.page.close();
  await expect(other.readOnly).toHaveCount(0);
  await expect.poll(() => other.given("Sốp Cộp")).toBe(1400);
  await other.lock("Bắc Yên", "1900");
  await other.saved();
  await other.reload();
  await expect(other.readOnly).toHaveCount(0);
  await expect.poll(() => other.given("Bắc Yên")).toBe(1900);
});

test("two tabs that begin from the same example each have a scenario of their own", async ({ plan }) => {
  const other = await another(plan);
  await plan.lock("TP Sơn La", "4300");
  await other.lock("TP Sơn La", "4400");
  await plan.saved();
  await other.saved();
  await expect(plan.readOnly).toHaveCount(0);
  await expect(other.readOnly).toHaveCount(0);
  expect(await plan.given("TP Sơn La")).toBe(4300);
  expect(await other.given("TP Sơn La")).toBe(4400);
  expect(await plan.keys(KEYS.scenario)).toHaveLength(2);
});

test("a tab that could not store its work does not hand over before that is done", async ({ plan }) => {
  await plan.lock("TP Sơn La", "4300");
  await plan.saved();
  const other = await another(plan);
  await expect(other.readOnly).toContainText(IN_OTHER_TAB);
  await failing(plan, KEYS.scenario);
  await plan.lock("Sốp Cộp", "1400");
  await press(other, "Sửa ở đây");
  await expect(other.readOnly).toContainText("Tab kia còn số liệu chưa lưu được.");
  await expect(plan.readOnly).toHaveCount(0);
  await failing(plan, "");
  await press(other, "Sửa ở đây");
  await expect(other.readOnly).toHaveCount(0);
  await expect.poll(() => other.given("Sốp Cộp")).toBe(1400);
  await expect(plan.readOnly).toContainText(IN_OTHER_TAB);
});

test("from a tab that does not answer the scenario is taken; what it had not stored is not lost", async ({ plan }) => {
  await plan.lock("TP Sơn La", "4300");
  await plan.saved();
  const other = await another(plan);
  await expect(other.readOnly).toContainText(IN_OTHER_TAB);
  // Deaf, and unable to store what is done next.
  await plan.page.evaluate(() => {
    BroadcastChannel.prototype.postMessage = () => {};
  });
  await failing(plan, KEYS.scenario);
  await plan.lock("Sốp Cộp", "1400");
  await expect(plan.page.getByText("Chưa lưu được – xem lý do")).toBeVisible();
  await press(other, "Sửa ở đây");
  await expect(other.readOnly).toHaveCount(0);
  await expect(plan.readOnly).toContainText(CHANGED);
  await failing(plan, "");
  await other.lock("Bắc Yên", "1900");
  await other.saved();
  expect(await other.given("TP Sơn La")).toBe(4300);
  // Still there, and becomes a scenario of its own.
  expect(await plan.given("Sốp Cộp")).toBe(1400);
  await press(plan, "Giữ bản này thành phương án mới");
  await expect(plan.readOnly).toHaveCount(0);
  await plan.saved();
  expect(await plan.keys(KEYS.scenario)).toHaveLength(2);
  await plan.reload();
  await expect.poll(() => plan.given("Sốp Cộp")).toBe(1400);
  await other.reload();
  await other.openScenario("Sơn La 2023 – bản của tôi");
  await expect.poll(() => other.given("Bắc Yên")).toBe(1900);
});

test("without locks a tab with nothing unsaved shows what the other has stored", async ({ plan }) => {
  await withoutLocks(plan);
  await plan.lock("TP Sơn La", "4300");
  await plan.saved();
  const other = await another(plan);
  await expect.poll(() => other.given("TP Sơn La")).toBe(4300);
  await plan.lock("Sốp Cộp", "1400");
  await expect.poll(() => other.given("Sốp Cộp")).toBe(1400);
  await other.lock("Bắc Yên", "1900");
  await expect.poll(() => plan.given("Bắc Yên")).toBe(1900);
  await expect.poll(() => plan.given("Sốp Cộp")).toBe(1400);
});

for (const way of ["Tải bản mới", "Giữ bản này thành phương án mới"]) {
  test(`without locks nothing is written over what another tab has stored: ${way}`, async ({ plan }) => {
    await withoutLocks(plan);
    await plan.lock("TP Sơn La", "4300");
    await plan.saved();
    // The other tab learns nothing of what is stored here.
    const other = await another(plan, () => window.addEventListener("storage", (event) => event.stopImmediatePropagation()));
    await expect.poll(() => other.given("TP Sơn La")).toBe(4300);
    await plan.lock("Sốp Cộp", "1400");
    await plan.saved();
    const key = (await plan.keys(KEYS.scenario))[0]!;
    const stored = await plan.stored(key);
    await expect.poll(() => other.stored(key)).toBe(stored);
    await other.lock("Bắc Yên", "1900");
    await expect(other.readOnly).toContainText(CHANGED);
    expect(await plan.stored(key)).toBe(stored);
    await press(other, way);
    await expect(other.readOnly).toHaveCount(0);
    if (way === "Tải bản mới") {
      await expect.poll(() => other.given("Sốp Cộp")).toBe(1400);
      await expect.poll(() => other.given("Bắc Yên")).not.toBe(1900);
      // What was not stored is among the kept versions.
      await other.page.getByRole("button", { name: "Lịch sử" }).click();
      await other.page.getByRole("button", { name: /^Khôi phục bản cất/ }).first().click();
    }
    await expect.poll(() => other.given("Bắc Yên")).toBe(1900);
    await other.saved();
    await other.reload();
    await expect.poll(() => other.given("Bắc Yên")).toBe(1900);
    await plan.reload();
    await plan.openScenario("Sơn La 2023 – bản của tôi");
    await expect.poll(() => plan.given("Sốp Cộp")).toBe(1400);
  });
}

/** The text as a page of the future would write it: of another version, and with something in it this page does not know. */
const OF_THE_FUTURE = '{"version":99,"what":"nobody here knows"}';

test("an older tab never writes over what a newer page has stored, and loses nothing of its own", async ({ plan }) => {
  await plan.lock("TP Sơn La", "4300");
  await plan.saved();
  const key = (await plan.keys(KEYS.scenario))[0]!;
  await plan.store(key, OF_THE_FUTURE);
  await plan.lock("Sốp Cộp", "1400");
  await expect(plan.readOnly).toContainText("Bản mới hơn của trang này vừa lưu phương án");
  await plan.typeInCell("Bắc Yên", "1900");
  await expect(plan.editor).toHaveCount(0);
  expect(await plan.stored(key)).toBe(OF_THE_FUTURE);
  await press(plan, "Giữ bản này thành phương án mới");
  await plan.saved();
  await plan.reload();
  await expect.poll(() => plan.given("Sốp Cộp")).toBe(1400);
  expect(await plan.stored(key)).toBe(OF_THE_FUTURE);
});

test("a tab that follows says so when a newer page writes", async ({ plan }) => {
  await plan.lock("TP Sơn La", "4300");
  await plan.saved();
  const other = await another(plan);
  await expect(other.readOnly).toContainText(IN_OTHER_TAB);
  const key = (await plan.keys(KEYS.scenario))[0]!;
  await plan.store(key, OF_THE_FUTURE);
  await expect(other.readOnly).toContainText(NEWER);
  await expect(other.readOnly.getByRole("button", { name: "Tải lại trang" })).toBeVisible();
  expect(await other.given("TP Sơn La")).toBe(4300);
  expect(await other.stored(key)).toBe(OF_THE_FUTURE);
});
