// Whatever goes wrong with the storage, nothing that was finished is lost or silently replaced.
import { expect, KEYS, OPENING, Plan, sum, test } from "./page";

const FULL = "Bộ nhớ trình duyệt đã đầy. Tải tệp .json để không mất số liệu.";

async function edited(plan: Plan): Promise<string> {
  await plan.lock("TP Sơn La", "4300");
  await plan.saved();
  const keys = await plan.keys(KEYS.scenario);
  expect(keys).toHaveLength(1);
  return keys[0]!;
}

/** Fills the storage to its last character. */
async function fill(plan: Plan): Promise<void> {
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
}

/** Lets the n-th write from now on fail, once; 0 for none. */
async function failOnce(plan: Plan, nth: number): Promise<void> {
  await plan.page.evaluate((nth) => {
    const page = window as unknown as { until?: number };
    if (page.until === undefined) {
      const write = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key: string, text: string) {
        if (page.until! > 0) {
          page.until! -= 1;
          if (page.until === 0) throw new DOMException("full", "QuotaExceededError");
        }
        write.call(this, key, text);
      };
    }
    page.until = nth;
  }, nth);
}

for (const nth of [1, 2, 3, 4, 5]) {
  test(`a save whose write number ${nth} fails says nothing untrue, and loses neither edit nor step`, async ({ plan }) => {
    await edited(plan);
    await plan.lock("Vân Hồ", "1700");
    await plan.saved();
    await failOnce(plan, nth);
    await plan.lock("Bắc Yên", "1900");
    // Saved, with or without the steps, or not saved and said.
    const said = plan.page.getByText(/^(Đã lưu trong máy|Chưa lưu được)/);
    await expect(said).toBeVisible();
    const isSaved = (await said.innerText()).startsWith("Đã lưu");
    expect(await plan.given("Bắc Yên")).toBe(1900);
    expect(sum(await plan.allGiven())).toBe(35_002);
    // In another tab: what is stored at this very moment.
    const other = new Plan(await plan.page.context().newPage());
    await other.open();
    await expect.poll(() => other.given("TP Sơn La")).toBe(4300);
    if (isSaved) await expect.poll(() => other.given("Bắc Yên")).toBe(1900);
    await other.page.close();
    await plan.reload();
    await expect.poll(() => plan.given("Vân Hồ")).toBe(1700);
    if (isSaved) await expect.poll(() => plan.given("Bắc Yên")).toBe(1900);
    // The steps there are belong to the document there is.
    const there = await plan.given("Bắc Yên");
    const canUndo = (await plan.undoButton.getAttribute("aria-disabled")) === null;
    if (canUndo) {
      await plan.undo();
      if (there === 1900) await expect.poll(() => plan.given("Bắc Yên")).not.toBe(1900);
      else await expect.poll(() => plan.given("Vân Hồ")).not.toBe(1700);
      await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
    }
  });
}

test("in a full storage kept versions make room for the work itself, and that is said", async ({ plan }) => {
  const key = await edited(plan);
  expect(await plan.keys(KEYS.snapshot)).toHaveLength(1);
  await fill(plan);
  await plan.lock("Bắc Yên", "1900");
  await expect(plan.page.getByText("đã bỏ bản cất cũ của phương án này", { exact: false })).toBeVisible();
  await plan.saved();
  expect(await plan.keys(KEYS.snapshot)).toEqual([]);
  await plan.forget("other-");
  await plan.reload();
  await expect.poll(() => plan.given("Bắc Yên")).toBe(1900);
  await plan.undo();
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
  await expect.poll(() => plan.given("Bắc Yên")).not.toBe(1900);
  expect(await plan.keys(KEYS.scenario)).toEqual([key]);
});

test("where only the undo steps do not fit, the work is kept without them, and that is said", async ({ plan }) => {
  await edited(plan);
  await plan.forget(KEYS.snapshot);
  await fill(plan);
  await plan.lock("Bắc Yên", "1900");
  await expect(plan.page.getByText(FULL)).toBeVisible();
  await plan.saved();
  // In this tab every step is still there.
  await plan.undo();
  await expect.poll(() => plan.given("Bắc Yên")).not.toBe(1900);
  await plan.redo();
  await expect.poll(() => plan.given("Bắc Yên")).toBe(1900);
  await plan.saved();
  await plan.reload();
  await expect.poll(() => plan.given("Bắc Yên")).toBe(1900);
  await expect(plan.undoButton).toHaveAttribute("aria-disabled", "true");
});

test("a storage cleared between two edits gets everything back with the next one", async ({ plan }) => {
  const key = await edited(plan);
  await plan.page.evaluate(() => localStorage.clear());
  await plan.lock("Bắc Yên", "1900");
  await expect.poll(() => plan.stored(key)).not.toBeNull();
  await plan.saved();
  await plan.reload();
  await expect.poll(() => plan.given("Bắc Yên")).toBe(1900);
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
  await plan.undo();
  await plan.undo();
  await plan.expectGiven(OPENING);
});

test("a storage that keeps something else than it was given is not believed", async ({ plan }) => {
  await edited(plan);
  await plan.page.evaluate((prefix) => {
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key: string, text: string) {
      write.call(this, key, key.startsWith(prefix) ? text.slice(0, -1) : text);
    };
  }, KEYS.scenario);
  await plan.lock("Bắc Yên", "1900");
  await expect(plan.page.getByText("Chưa lưu được – xem lý do")).toBeVisible();
  await expect(plan.page.getByText(FULL)).toBeVisible();
  expect(await plan.given("Bắc Yên")).toBe(1900);
});

test("the browser is asked once not to clear the storage away, after the first edit", async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { asked: 0 });
    StorageManager.prototype.persist = async () => {
      (window as unknown as { asked: number }).asked += 1;
      return true;
    };
  });
  const asked = () => page.evaluate(() => (window as unknown as { asked: number }).asked);
  const plan = new Plan(page);
  await plan.open();
  await plan.explain("Mường La");
  expect(await asked()).toBe(0);
  await edited(plan);
  await expect.poll(asked).toBe(1);
  await plan.lock("Bắc Yên", "1900");
  await plan.saved();
  expect(await asked()).toBe(1);
});

const DAMAGE: [name: string, damage: (text: string) => string][] = [
  ["cut off", (text) => text.slice(0, text.length / 2)],
  ["of another type", () => "[1,2,3]"],
  ["empty", () => ""],
];

for (const [name, damage] of DAMAGE) {
  test(`where the live copy is ${name}, the last kept version is opened, and said`, async ({ plan }) => {
    const key = await edited(plan);
    const damaged = damage((await plan.stored(key))!);
    await plan.store(key, damaged);
    await plan.reload();
    await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
    await expect(plan.page.getByText(/đang mở bản cất lúc \d\d:\d\d/)).toBeVisible();
    const aside = await plan.keys(KEYS.aside);
    expect(aside).toHaveLength(1);
    expect(await plan.stored(aside[0]!)).toBe(damaged);
    await plan.lock("Bắc Yên", "1900");
    await plan.saved();
    await plan.reload();
    await expect.poll(() => plan.given("Bắc Yên")).toBe(1900);
    expect(await plan.scenarioName()).toBe("Sơn La 2023 – bản của tôi");
  });

  test(`a live copy that becomes ${name} behind the page's back is set aside, and the work written anew`, async ({ plan }) => {
    const key = await edited(plan);
    const damaged = damage((await plan.stored(key))!);
    await plan.store(key, damaged);
    await plan.lock("Bắc Yên", "1900");
    await expect.poll(async () => (await plan.stored(key)) !== damaged).toBe(true);
    await plan.saved();
    const aside = await plan.keys(KEYS.aside);
    expect(aside).toHaveLength(1);
    expect(await plan.stored(aside[0]!)).toBe(damaged);
    await plan.reload();
    await expect.poll(() => plan.given("Bắc Yên")).toBe(1900);
  });
}

test("a live copy that is gone is opened from the last kept version", async ({ plan }) => {
  await edited(plan);
  await plan.forget(KEYS.scenario);
  await plan.reload();
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
  await expect(plan.page.getByText(/Không thấy bản đã lưu/)).toBeVisible();
  expect(await plan.keys(KEYS.scenario)).toHaveLength(1);
});

test("undo steps of another text are dropped, not taken back from what they do not know", async ({ plan }) => {
  const key = await edited(plan);
  const before = (await plan.stored(key))!;
  await plan.lock("Bắc Yên", "1900");
  await expect.poll(() => plan.stored(key)).not.toBe(before);
  await plan.saved();
  // As after a crash between two writes: an older text beside newer steps.
  await plan.store(key, before);
  await plan.reload();
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
  await expect(plan.undoButton).toHaveAttribute("aria-disabled", "true");
  await expect(plan.page.getByRole("status").filter({ hasText: "Không đọc được các bước hoàn tác" })).toBeVisible();
});

test("a document of a newer page that can be read is shown, and can only be looked at", async ({ plan }) => {
  const key = await edited(plan);
  const newer = (await plan.stored(key))!.replace(/"version":\d+/, '"version":99');
  await plan.store(key, newer);
  await plan.reload();
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
  await expect(plan.readOnly).toContainText("Phương án do bản mới hơn của trang này ghi");
  await plan.typeInCell("Bắc Yên", "1900");
  await expect(plan.editor).toHaveCount(0);
  await plan.undo();
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
  expect(await plan.stored(key)).toBe(newer);
  const { readFile } = await import("node:fs/promises");
  const [file] = await Promise.all([
    plan.page.waitForEvent("download"),
    plan.readOnly.getByRole("button", { name: "Tải về" }).click(),
  ]);
  expect(await readFile(await file.path(), "utf8")).toBe(newer);
});

test("a page that crashes in a burst of edits loses at most what was done last", async ({ plan }) => {
  await edited(plan);
  // A burst: the target by ones, faster than it is written.
  const field = plan.field();
  await field.focus();
  for (let n = 0; n < 40; n += 1) {
    await field.fill(String(36_000 + n));
    await plan.page.keyboard.press("Enter");
    if (n === 19) await plan.saved();
  }
  const session = await plan.page.context().newCDPSession(plan.page);
  const crashed = plan.page.waitForEvent("crash");
  void session.send("Page.crash").catch(() => {});
  await crashed;
  const again = new Plan(await plan.page.context().newPage());
  await again.open();
  expect(await again.keys(KEYS.aside)).toEqual([]);
  await expect.poll(() => again.given("TP Sơn La")).toBe(4300);
  const total = Number((await again.total()).replaceAll(".", ""));
  expect(total).toBeGreaterThanOrEqual(36_019);
  expect(total).toBeLessThanOrEqual(36_039);
  expect(sum(await again.allGiven())).toBe(total);
  // The steps belong to the document: one back is one target less.
  if ((await again.undoButton.getAttribute("aria-disabled")) === null) {
    await again.undo();
    await again.expectTotal(total - 1);
  }
});

test("kept versions are bounded, apart from each other, and open as scenarios of their own", async ({ plan }) => {
  const hour = 3_600_000;
  await plan.page.clock.install({ time: new Date("2026-03-02T08:00:00+07:00") });
  await plan.reload();
  await edited(plan);
  for (let n = 0; n < 5; n += 1) {
    await plan.page.clock.fastForward(hour);
    await plan.lock("Bắc Yên", String(1900 + n));
    await plan.page.clock.runFor(1_000);
    await plan.saved();
    expect((await plan.keys(KEYS.snapshot)).length).toBeLessThanOrEqual(3);
  }
  // Within ten minutes no other one is taken.
  const before = await Promise.all((await plan.keys(KEYS.snapshot)).map((key) => plan.stored(key)));
  await plan.lock("Bắc Yên", "1950");
  await plan.page.clock.runFor(1_000);
  await plan.saved();
  expect(await Promise.all((await plan.keys(KEYS.snapshot)).map((key) => plan.stored(key)))).toEqual(before);
  await plan.page.getByRole("button", { name: "Lịch sử" }).click();
  const restore = plan.page.getByRole("button", { name: /^Khôi phục bản cất/ });
  await expect(restore).toHaveCount(3);
  await restore.nth(1).click();
  await plan.page.clock.runFor(1_000);
  await expect.poll(() => plan.given("Bắc Yên")).toBe(1903);
  expect(await plan.scenarioName()).toContain("Sơn La 2023 – bản của tôi – bản cất");
  await plan.openScenario("Sơn La 2023 – bản của tôi");
  await expect.poll(() => plan.given("Bắc Yên")).toBe(1950);
});
