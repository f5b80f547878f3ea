// Sixty edits of every kind, sixty undos, sixty redos: what is kept is the same text at both ends, byte for byte, over
// reloads in the middle.
import { expect, KEYS, test, type Plan } from "./page";
import { RuleBar } from "./rule";

// A gesture that finds nothing to act on fails by itself, long before the whole test would.
test.use({ actionTimeout: 20_000 });

/** One gesture, one step of the history; `round` is 0 or 1, so that no gesture of the second round changes nothing. */
type Act = (plan: Plan, round: number) => Promise<void>;

const enter = async (plan: Plan, name: RegExp | string, text: string) => {
  const field = plan.page.getByRole("textbox", { name, exact: true });
  await field.fill(text);
  await field.press("Enter");
};

/** Thirty gestures: what Giao chỉ tiêu changes… */
const PLAN: [what: string, act: Act][] = [
  ["target in people", (plan, n) => plan.setTarget(String(36_000 + 7 * n))],
  ["method", (plan) => plan.chooseMethod("labourForce")],
  ["what is shared out", async (plan, n) => {
    await new RuleBar(plan.page).sharedOut.selectOption({ label: n ? "Chia phần tăng" : "Chia toàn bộ số" });
  }],
  ["units may fall", (plan, n) => plan.noUnitBelowLast.setChecked(n === 1)],
  ["lock", (plan, n) => plan.lock("Yên Châu", String(2_200 + n))],
  ["unlock", async (plan) => {
    await plan.cell("Yên Châu").click();
    await plan.page.keyboard.press("Delete");
  }],
  ["lock of another", (plan, n) => plan.lock("Sốp Cộp", String(900 + n))],
  ["kept at the province", (plan, n) => plan.keep(String(100 + n))],
  ["floor", (plan, n) => plan.setLimit("Mộc Châu", "floor", n ? "+5%" : "3.800")],
  ["ceiling", (plan, n) => plan.setLimit("Thuận Châu", "ceiling", n ? "5%" : "4.800")],
  ["left out", async (plan, n) => {
    await plan.explain("Vân Hồ");
    await plan.leftOut().setChecked(n === 0);
  }],
  ["rounding", (plan, n) => plan.chooseRounding(n ? "level" : "remainder")],
  ["target as a growth", (plan, n) => plan.setTarget(n ? "+27,5%" : "+28%", "growth")],
  ["mix", (plan) => new RuleBar(plan.page).mixMethod.check()],
  ["share of the mix", async (plan, n) => {
    const field = new RuleBar(plan.page).field("LLLĐ");
    await field.fill(n ? "61,5" : "70");
    await field.press("Enter");
  }],
  ["a plan of the government", async (plan, n) => {
    const panel = plan.page.getByRole("region", { name: /^Các kế hoạch/ });
    if (!(await panel.isVisible())) await plan.page.getByRole("button", { name: /^Các kế hoạch/ }).click();
    await panel.locator("form").getByRole("textbox", { name: "Số giao" }).fill(String(37_000 + n));
    await panel.getByRole("button", { name: "Thêm kế hoạch" }).click();
  }],
  ["its decision", async (plan, n) => {
    const group = plan.page.getByRole("group", { name: "KH 2023 của Chính phủ", exact: true }).first();
    const field = group.getByRole("textbox", { name: "Số quyết định" });
    await field.fill(`${12 + n}/QĐ-TTg`);
    await field.press("Enter");
  }],
  ["months", async (plan, n) => {
    const section = plan.page.locator("#periods");
    if (!(await section.isVisible())) await plan.page.getByRole("button", { name: "Quý, tháng", exact: true }).click();
    await section.getByRole("radio", { name: n ? "Quý" : "Tháng", exact: true }).check();
  }],
  ["negotiation", async (plan, n) => {
    await plan.explain(n ? "Phù Yên" : "Mường La");
    const box = plan.inspector.locator(".negotiation");
    const amount = box.getByRole("textbox", { name: "Số người chênh lệch" });
    if (!(await amount.isVisible())) await plan.inspector.getByText("Thương lượng: đơn vị này nhận").click();
    await amount.fill("10");
    await box.getByRole("button", { name: "Áp dụng" }).click();
  }],
  ["method again", (plan, n) => plan.chooseMethod(n ? "equal" : "gap")],
];

/** …and what Số liệu changes. */
const FIGURES: [what: string, act: Act][] = [
  ["figure", (plan, n) => typeAt(plan, "Mai Sơn", "population", String(100_000 + n))],
  ["last year's result", (plan, n) => typeAt(plan, "Thuận Châu", "result-tn", String(3_000 + n))],
  ["name", async (plan, n) => {
    await unit(plan, n ? "Bắc Yên mới" : "Bắc Yên", "unit").click();
    await plan.page.keyboard.press("F2");
    await plan.page.keyboard.press("Control+a");
    await plan.page.keyboard.insertText(n ? "Bắc Yên" : "Bắc Yên mới");
    await plan.page.keyboard.press("Enter");
  }],
  ["new units", async (plan, n) => {
    await tool(plan, "Thêm đơn vị");
    await plan.page.getByRole("textbox", { name: /^Tên đơn vị/ }).fill(`Xã mới ${n}`);
    await plan.page.getByRole("region", { name: "Thêm đơn vị" }).getByRole("button", { name: "Thêm", exact: true }).click();
    await expect(unit(plan, `Xã mới ${n}`, "unit")).toBeVisible();
  }],
  ["order", async (plan) => {
    await unit(plan, "Mộc Châu", "unit").click();
    await tool(plan, "Xuống");
  }],
  ["group", async (plan, n) => {
    await unit(plan, n ? "Yên Châu" : "Quỳnh Nhai", "unit").click();
    await tool(plan, "Nhóm");
    await plan.page.getByRole("textbox", { name: "Tên nhóm" }).fill(`Cụm ${n}`);
    await plan.page.keyboard.press("Enter");
    await expect(unit(plan, `Cụm ${n}`, "unit")).toBeVisible();
  }],
  ["column of one's own", async (plan, n) => {
    await tool(plan, "Thêm cột");
    await enter(plan, "Tên cột riêng", `Số hộ ${n}`);
    await expect(plan.table.getByRole("columnheader", { name: `Số hộ ${n}` })).toBeVisible();
  }],
  ["figure in it", (plan, n) => typeAt(plan, "Sông Mã", `own-${n}`, String(70 + n))],
  ["where a column comes from", async (plan, n) => {
    await unit(plan, "Sông Mã", `own-${n}`).click();
    await tool(plan, "Nguồn của cột…");
    await plan.page.getByRole("region", { name: "Nguồn của cột…" }).getByRole("textbox", { name: "Nguồn", exact: true }).fill("Niên giám");
    await plan.page.keyboard.press("Tab");
    await plan.page.keyboard.press("Escape");
  }],
  ["unit removed", async (plan, n) => {
    await unit(plan, `Xã mới ${n}`, "unit").click();
    await tool(plan, "Xóa");
    await expect(unit(plan, `Xã mới ${n}`, "unit")).toHaveCount(0);
  }],
];

const unit = (plan: Plan, name: string, column: string) => plan.row(name).locator(`[data-column="${column}"]`);

const tool = (plan: Plan, name: string) =>
  plan.page.getByRole("toolbar", { name: "Sửa đơn vị và cột" }).getByRole("button", { name, exact: true }).click();

async function typeAt(plan: Plan, name: string, column: string, text: string): Promise<void> {
  await unit(plan, name, column).click();
  await plan.page.keyboard.type(text);
  await plan.page.keyboard.press("Enter");
}

const lens = (plan: Plan, name: "Số liệu" | "Giao chỉ tiêu") => plan.page.getByRole("link", { name, exact: true }).click();

/** The name of the step that can be taken back: it changes with every edit. */
const lastStep = (plan: Plan) => plan.undoButton.getAttribute("aria-label");

test("sixty mixed edits, undone and redone, each once: the kept text is the same at both ends, over reloads", async ({ plan, page }) => {
  test.setTimeout(300_000);
  await plan.lock("TP Sơn La", "4300");
  await plan.saved();
  const [key] = await plan.keys(KEYS.scenario);
  const kept = () => plan.stored(key!);
  const edited = await kept();
  await plan.undo();
  await expect(plan.undoButton).toHaveAttribute("aria-disabled", "true");
  await expect.poll(kept).not.toBe(edited);
  const start = await kept();

  let edits = 0;
  for (const round of [0, 1]) {
    for (const [where, acts] of [["Giao chỉ tiêu", PLAN], ["Số liệu", FIGURES]] as const) {
      await lens(plan, where);
      for (const [what, act] of acts) {
        await test.step(`${what}, round ${round + 1}`, async () => {
          await act(plan, round);
          edits += 1;
        });
      }
    }
  }
  expect(edits).toBe(60);
  await page.getByRole("banner").getByRole("button", { name: "Lịch sử", exact: true }).click();
  await expect(page.locator("button[id^=history-step-]"), "sixty steps and the beginning").toHaveCount(61);
  await page.keyboard.press("Escape");
  await plan.reload();
  const end = await kept();
  expect(end).not.toBe(start);

  const times = async (presses: number, step: () => Promise<void>) => {
    for (let n = 0; n < presses; n += 1) await step();
  };
  await test.step("sixty undos", async () => {
    await times(30, () => plan.undo());
    const middle = await lastStep(plan);
    await plan.reload();
    expect(await lastStep(plan)).toBe(middle);
    await times(29, () => plan.undo());
    await expect(plan.undoButton).not.toHaveAttribute("aria-disabled");
    await plan.undo();
    await expect(plan.undoButton).toHaveAttribute("aria-disabled", "true");
    await expect.poll(kept).toBe(start);
  });
  await test.step("sixty redos", async () => {
    await times(30, () => plan.redo());
    await plan.reload();
    await times(29, () => plan.redo());
    await expect(plan.redoButton).not.toHaveAttribute("aria-disabled");
    await plan.redo();
    await expect(plan.redoButton).toHaveAttribute("aria-disabled", "true");
    await expect.poll(kept).toBe(end);
  });
  await test.step("and the whole way back once more", async () => {
    await times(60, () => plan.undo());
    await expect.poll(kept).toBe(start);
    await plan.reload();
    expect(await kept()).toBe(start);
  });
});
