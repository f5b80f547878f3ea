// Methods that show what they would give, mixes that always total 100%, and whose rule it is.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, KEYS, OPENING, Plan, sum, test as base } from "./page";
import { RuleBar } from "./rule";

const test = base.extend<{ rule: RuleBar }>({
  // On the page that `plan` opened.
  rule: async ({ plan }, use) => use(new RuleBar(plan.page)),
});

const [LABOUR, GAP, EQUAL] = ["LLLĐ", "số chưa tham gia", "phần bằng nhau"] as const;

test("each method shows a bar for every unit, the ones that lack figures show none", async ({ plan, rule, page }) => {
  for (const name of ["Nâng nơi thấp trước", "Theo LLLĐ", "Tăng đều số người", "Kết hợp theo trọng số"]) {
    await rule.expectBars(name, 12);
  }
  await expect(page.getByText("Cột nhỏ: tăng, giảm từng đơn vị")).toBeVisible();
  expect(await page.locator("label").filter({ hasText: "thiếu dân số" }).locator("svg").count()).toBe(0);
  // They follow the target.
  const before = await rule.outline("Theo LLLĐ");
  await plan.lock("TP Sơn La", "5000");
  await expect.poll(() => rule.outline("Theo LLLĐ")).not.toBe(before);
});

test("the rule bar leaves the table its place: all rows and the total are on the first screen", async ({ plan, page }) => {
  for (const method of ["lift", "labourForce"] as const) {
    await plan.chooseMethod(method);
    const total = (await plan.row("Toàn tỉnh").boundingBox())!;
    expect(total.y + total.height, method).toBeLessThanOrEqual(page.viewportSize()!.height);
  }
});

test("by a base the increase or the whole is split; by a method without that choice there is none", async ({ plan, rule }) => {
  await expect(rule.sharedOut).toHaveCount(0);
  await plan.chooseMethod("labourForce");
  await plan.noUnitBelowLast.uncheck();
  const increase = await plan.allGiven();
  await rule.sharedOut.selectOption({ label: "Chia toàn bộ số" });
  await expect.poll(() => plan.allGiven()).not.toEqual(increase);
  expect(sum(await plan.allGiven())).toBe(35_002);
  await plan.undo();
  await plan.expectGiven(increase);
  await expect(rule.sharedOut).toHaveValue("increase");
});

test("the mix begins half and half, in one step, and says what each driver lacks", async ({ plan, rule }) => {
  await rule.mixMethod.check();
  await expect(rule.panel).toBeVisible();
  await rule.expectShares(["50%", "50%"]);
  expect(sum(await plan.allGiven())).toBe(35_002);
  await expect(plan.undoButton).toHaveAttribute("aria-label", /Kết hợp theo trọng số/);
  await rule.add("dân số").click();
  await expect(plan.page.getByRole("alert").filter({ hasText: "12 đơn vị chưa có số" })).toBeVisible();
  await rule.expectShares(["50%", "50%"]);
  await plan.undo();
  await expect(rule.panel).toBeHidden();
  await plan.expectGiven(OPENING);
});

test("shares always total 100%: one moves, the free ones follow, the locked one stays", async ({ rule }) => {
  await rule.mixMethod.check();
  await rule.add(EQUAL).click();
  await expect(rule.slider(EQUAL)).toBeFocused();
  await rule.expectShares(["33,5%", "33,5%", "33%"]);
  await rule.field(EQUAL).fill("40");
  await rule.field(EQUAL).press("Enter");
  await rule.expectShares(["30%", "30%", "40%"]);
  await rule.lock(GAP).click();
  await expect(rule.slider(GAP)).toBeDisabled();
  await rule.slider(LABOUR).focus();
  await rule.slider(LABOUR).press("End");
  await rule.expectShares(["70%", "30%", "0%"]);
  await rule.field(LABOUR).fill("71");
  await rule.field(LABOUR).press("Enter");
  await expect(rule.panel.getByRole("alert").filter({ hasText: "từ 0% đến 70%" })).toBeVisible();
  await rule.field(LABOUR).press("Escape");
  await rule.field(LABOUR).fill("12,34");
  await rule.field(LABOUR).press("Enter");
  await expect(rule.panel.getByRole("alert").filter({ hasText: "không phải là tỷ trọng" })).toBeVisible();
  await rule.field(LABOUR).press("Escape");
  await rule.remove(EQUAL).click();
  await rule.expectShares(["70%", "30%"]);
  await expect(rule.add(EQUAL)).toBeFocused();
  // With the other one locked nothing can follow.
  await expect(rule.slider(LABOUR)).toBeDisabled();
  await expect(rule.panel.getByText("Các tỷ trọng khác đã khóa.")).toBeVisible();
});

test("a slider moves by the keys of every slider, and going there and back changes nothing", async ({ plan, rule, page }) => {
  await rule.mixMethod.check();
  const before = await plan.allGiven();
  // However slow the machine, no pause between two keys ends the gesture.
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  const slider = rule.slider(LABOUR);
  await slider.focus();
  for (const [key, share] of [["ArrowRight", "51%"], ["PageUp", "61%"], ["ArrowDown", "60%"], ["PageDown", "50%"], ["End", "100%"], ["Home", "0%"]] as const) {
    await slider.press(key);
    await expect(slider).toHaveAttribute("aria-valuetext", share);
  }
  await rule.expectShares(["0%", "100%"]);
  await slider.press("Escape");
  await rule.expectShares(["50%", "50%"]);
  await plan.expectGiven(before);
});

test("ten rapid slider steps are one step to undo and one sentence spoken", async ({ plan, rule, page }) => {
  await rule.mixMethod.check();
  const before = await plan.allGiven();
  await rule.slider(LABOUR).focus();
  await page.evaluate(() => {
    const spoken: string[] = [];
    Object.assign(window, { spoken });
    const live = document.querySelector('.spoken[aria-live="polite"]')!;
    new MutationObserver(() => spoken.push(live.textContent ?? "")).observe(live, {
      childList: true, characterData: true, subtree: true,
    });
  });
  for (let step = 0; step < 10; step += 1) await page.keyboard.press("ArrowRight");
  await rule.expectShares(["60%", "40%"]);
  await page.waitForTimeout(1_000);
  const spoken = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
  expect(spoken.filter((sentence) => sentence !== "")).toEqual(["Mục tiêu 35.002. Đã chia lại 12 đơn vị. Khớp."]);
  await plan.undo();
  await rule.expectShares(["50%", "50%"]);
  await plan.expectGiven(before);
});

test("dragging a slider is one step", async ({ plan, rule, page }) => {
  await rule.mixMethod.check();
  const box = (await rule.slider(LABOUR).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  for (const at of [0.6, 0.7, 0.8, 0.9]) await page.mouse.move(box.x + box.width * at, box.y + box.height / 2);
  await page.mouse.up();
  const [labour, gap] = await rule.shares();
  expect(parseInt(labour!)).toBeGreaterThan(80);
  expect(parseInt(labour!) + parseInt(gap!)).toBe(100);
  await plan.undo();
  await rule.expectShares(["50%", "50%"]);
  await expect(rule.mixMethod).toBeChecked();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("a mix can be chosen and read; a line says where its shares are changed", async ({ page, rule }) => {
    await page.getByRole("button", { name: "Sửa mục tiêu, cách chia" }).click();
    await rule.mixMethod.check();
    await expect(rule.panel.getByText("50%", { exact: true })).toHaveCount(2);
    await expect(rule.panel.getByText("Sửa tỷ trọng trên máy tính.")).toBeVisible();
    await expect(rule.slider(LABOUR)).toBeHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

interface Saved {
  scenario: {
    units: { id: number; name: string; kind: string; parent?: number }[];
    facts: { measure: unknown; year: number; provenance: string; figures: [number, number][] }[];
    customs?: { id: number; name: string }[];
  };
}

/** Puts two communes below Mai Sơn, with half of its figures each, and a column of the reader's own. */
async function withCommunes(plan: Plan): Promise<void> {
  await plan.lock("TP Sơn La", "4300");
  await plan.saved();
  const [key] = await plan.keys(KEYS.scenario);
  const saved = JSON.parse((await plan.stored(key!))!) as Saved;
  const { scenario } = saved;
  const district = scenario.units.find((unit) => unit.name === "Mai Sơn")!.id;
  const communes = [{ id: 101, name: "Cò Nòi" }, { id: 102, name: "Chiềng Mung" }];
  scenario.units.push(...communes.map((commune) => ({ ...commune, kind: "commune", parent: district })));
  for (const { figures } of scenario.facts) {
    const whole = figures.find(([unit]) => unit === district)?.[1];
    if (whole !== undefined) figures.push([101, Math.floor(whole / 3)], [102, whole - Math.floor(whole / 3)]);
  }
  scenario.customs = [{ id: 1, name: "Số hộ kinh doanh" }];
  const figures = scenario.units.filter((unit) => unit.parent !== undefined)
    .map((unit, place): [number, number] => [unit.id, 100 + place * 10]);
  scenario.facts.push({ measure: { custom: 1 }, year: 2022, provenance: "entered", figures });
  await plan.store(key!, JSON.stringify(saved));
  await plan.reload();
}

test("a column of the reader's own is a method by its name", async ({ plan, rule }) => {
  await withCommunes(plan);
  const byColumn = rule.method("Theo cột Số hộ kinh doanh");
  await byColumn.check();
  await rule.expectBars("Theo cột Số hộ kinh doanh", 12);
  await expect(rule.sharedOut).toBeVisible();
  await plan.expectTotal(35_002);
  await expect(plan.recon.getByText("Khớp", { exact: true })).toBeVisible();
});

test("below the province the bar says whose method is in force; any change there makes one of its own", async ({ plan, rule, page }) => {
  await withCommunes(plan);
  await expect(page.getByText("Theo cách của")).toHaveCount(0);
  await plan.cell("Cò Nòi", "given").click();
  await expect(page.getByText("Theo cách của Sơn La", { exact: true })).toBeVisible();
  await rule.expectBars("Tăng đều số người", 2);
  // The province's method stays its own; the district gets another in one step.
  await plan.chooseMethod("equal");
  await expect(page.getByText("Cách riêng của Mai Sơn", { exact: true })).toBeVisible();
  await expect(plan.method("equal")).toBeChecked();
  await plan.undo();
  await expect(page.getByText("Theo cách của Sơn La", { exact: true })).toBeVisible();
  await expect(plan.method("lift")).toBeChecked();
  // The button goes both ways and keeps the focus.
  await page.getByRole("button", { name: "Đặt riêng cho Mai Sơn" }).click();
  const back = page.getByRole("button", { name: "Theo cách của cấp trên" });
  await expect(back).toBeFocused();
  await back.press("Enter");
  await expect(page.getByText("Theo cách của Sơn La", { exact: true })).toBeVisible();
  // A mix there begins as one step, and so does a drag of its shares.
  await rule.mixMethod.check();
  await rule.expectShares(["50%", "50%"]);
  await plan.undo();
  await expect(plan.method("lift")).toBeChecked();
  await plan.cell("TP Sơn La", "given").click();
  await expect(page.getByText("Theo cách của")).toHaveCount(0);
});

test("a scan of the mix finds nothing, in both themes", async ({ plan, rule, page }) => {
  await rule.mixMethod.check();
  await rule.lock(GAP).click();
  for (const theme of ["light", "dark"]) {
    const scan = new AxeBuilder({ page }).setLegacyMode().include(".rule");
    const { violations } = await scan.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
    expect.soft(violations.map((one) => [one.id, one.nodes.map((node) => node.target.join(" "))]), theme).toEqual([]);
    await plan.switchTheme();
  }
});
