// Scenarios side by side: the lens So sánh, and one other scenario laid beside the table.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, OPENING, people, sum, test, type Plan } from "./page";

const EXAMPLE = "Ví dụ: Sơn La 2023";
const COPY = "Sơn La 2023 – bản của tôi";

/** The lens as a reader meets it. */
class Compare {
  constructor(readonly plan: Plan) {}

  get page() {
    return this.plan.page;
  }

  async open(): Promise<void> {
    await this.page.getByRole("link", { name: /^(So sánh|Compare)$/ }).click();
    await expect(this.page.getByRole("heading", { name: /(với phương án khác|beside other scenarios)$/ })).toBeVisible();
  }

  async add(label: string): Promise<void> {
    await this.page.getByRole("combobox", { name: "Thêm vào so sánh" }).selectOption({ label });
  }

  get verdicts() {
    return this.page.locator(".compare__verdicts");
  }

  table(name: RegExp) {
    return this.page.getByRole("region", { name }).getByRole("table");
  }

  get inputs() {
    return this.table(/^(Khác nhau ở đâu|What differs)$/);
  }

  get units() {
    return this.table(/^(Từng đơn vị|Unit by unit)$/);
  }

  input(name: string) {
    return this.inputs.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name, exact: true }) });
  }

  /** The rows of the units, as their cells' texts. */
  rows(): Promise<string[][]> {
    return this.units.locator("tbody tr").evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim())),
    );
  }
}

/** The example's copy with another target, kept on this machine. */
async function changed(plan: Plan): Promise<Compare> {
  await plan.setTarget("36500");
  await plan.saved();
  return new Compare(plan);
}

const TARGET = "Mục tiêu BHXH tự nguyện 2023, tự đặt";

test("what differs is told input by input, and taken over as one step that undo takes back", async ({ plan }) => {
  const compare = await changed(plan);
  await plan.lock("TP Sơn La", "4300");
  await compare.open();
  await expect(plan.page).toHaveURL(/#\/so-sanh\?/);
  await compare.add(EXAMPLE);
  await expect(compare.verdicts).toContainText("B khác A ở 2 đầu vào:");
  await expect(compare.input(TARGET).getByRole("cell")).toContainText([/^36\.500/, /^35\.002/]);
  await expect(compare.input("Khóa TP Sơn La, BHXH tự nguyện 2023").getByRole("cell")).toContainText([/^4\.300/, /^không khóa/]);

  await plan.page.getByRole("button", { name: `Lấy theo B: ${TARGET}` }).click();
  await expect(compare.verdicts).toContainText("B khác A ở 1 đầu vào:");
  await expect(compare.input(TARGET)).toHaveCount(0);
  await plan.page.getByRole("button", { name: "Lấy theo B: Khóa TP Sơn La, BHXH tự nguyện 2023" }).click();
  await expect(compare.verdicts).toHaveText("B giống A ở mọi đầu vào.");
  await expect(plan.page.getByText("Mọi đầu vào đều giống nhau.")).toBeVisible();

  await plan.undo();
  await plan.undo();
  await expect(compare.verdicts).toContainText("B khác A ở 2 đầu vào:");
  await plan.page.goBack();
  await expect(plan.field()).toHaveValue("36.500");
  await expect(plan.cell("TP Sơn La")).toContainText("4.300");
});

test("units stand side by side: differences add up, and the biggest movers come first", async ({ plan }) => {
  const compare = await changed(plan);
  const given = await plan.allGiven();
  await compare.open();
  await compare.add(EXAMPLE);
  await expect.poll(async () => (await compare.rows()).length).toBe(12);
  const rows = await compare.rows();
  const [here, there, by] = [1, 2, 3].map((column) => rows.map((row) => people(row[column]!)!));
  expect(sum(here!)).toBe(sum(given));
  expect(sum(there!)).toBe(sum(OPENING));
  expect(by!.map((one, place) => one + here![place]! - there![place]!)).toEqual(by!.map(() => 0));
  const sizes = by!.map(Math.abs);
  expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
  await plan.page.getByRole("region", { name: "Từng đơn vị" }).waitFor();
  await plan.page.getByRole("combobox", { name: "Xếp" }).selectOption({ label: "theo danh sách" });
  await expect.poll(async () => (await compare.rows()).map((row) => people(row[1]!))).toEqual(given);
  await expect(compare.table(/^Kết quả chung/).getByRole("row", { name: /^Mục tiêu/ })).toContainText("36.500");
});

test("with nothing to compare the page offers a copy, which stands beside its original", async ({ plan }) => {
  const compare = await changed(plan);
  await compare.open();
  await plan.page.getByRole("button", { name: "Nhân bản phương án này" }).click();
  await expect.poll(() => plan.scenarioName()).toBe(`${COPY} – bản sao`);
  await expect(compare.verdicts).toHaveText("B giống A ở mọi đầu vào.");
  await plan.saved();
  await expect.poll(async () => (await plan.keys("bao-phu/scenario/")).length).toBe(2);
});

test("what is compared is remembered for each scenario, and two more scenarios have their own columns", async ({ plan }) => {
  const compare = await changed(plan);
  await compare.open();
  await compare.add(EXAMPLE);
  await compare.add("Ví dụ: Hải Dương 2024");
  await expect(compare.verdicts.locator("p")).toHaveCount(2);
  await expect(compare.inputs.getByRole("columnheader")).toHaveText(["Đầu vào", "A", "B", "C"]);
  await expect(compare.inputs.getByRole("button", { name: /^Lấy theo C: / }).first()).toBeVisible();
  await expect.poll(async () => (await plan.stored("bao-phu/settings")) ?? "").toContain("compared");
  await plan.page.reload();
  await expect(compare.verdicts.locator("p")).toHaveCount(2);
  await plan.page.getByRole("button", { name: "Bỏ Hải Dương 2024 khỏi so sánh" }).click();
  await expect(compare.verdicts.locator("p")).toHaveCount(1);
});

test("a file can be compared without being kept; one that cannot be read says why", async ({ plan }) => {
  const compare = await changed(plan);
  const key = (await plan.keys("bao-phu/scenario/"))[0]!;
  const text = (await plan.stored(key))!;
  await plan.setTarget("37000");
  await plan.saved();
  await compare.open();
  const file = plan.page.getByLabel("Mở tệp .json");
  await file.setInputFiles({ name: "cu.json", mimeType: "application/json", buffer: Buffer.from(text.slice(0, 400)) });
  await expect(plan.page.getByText("Không so sánh được với tệp “cu.json”.")).toBeVisible();
  await file.setInputFiles({ name: "cu.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await expect(compare.input(TARGET).getByRole("cell")).toContainText([/^37\.000/, /^36\.500/]);
  expect(await plan.keys("bao-phu/scenario/")).toHaveLength(1);
});

test("another scenario laid beside the table follows every edit, changes no number, and switches off cleanly", async ({ plan }) => {
  const against = plan.page.getByRole("combobox", { name: "So với" });
  const beside = plan.table.locator('tbody [data-column="beside"]');
  await changed(plan);
  await plan.setTarget("35002");
  await plan.expectGiven(OPENING);
  await against.selectOption({ label: EXAMPLE });
  await expect(beside).toHaveText(OPENING.map(() => "0"));
  await expect(plan.table.locator(".dumbbell__there").first()).toBeVisible();
  await plan.expectGiven(OPENING);

  await plan.lock("TP Sơn La", "4300");
  await expect(plan.cell("TP Sơn La", "beside")).toHaveText("+261");
  await plan.explain("Thuận Châu");
  await expect(plan.inspector).toContainText("Trong “Sơn La 2023”: 4.549 (−44)");
  const given = await plan.allGiven();
  await expect.poll(async () => (await beside.allInnerTexts()).map(people)).toEqual(given.map((one, place) => one! - OPENING[place]!));

  await expect.poll(async () => (await plan.stored("bao-phu/settings")) ?? "").toContain("against");
  await plan.saved();
  await plan.reload();
  await expect(beside).toHaveCount(12);
  await against.selectOption({ label: "Không" });
  await expect(beside).toHaveCount(0);
  await plan.expectGiven(given);
});

test("the first edit of an example leaves the scenario beside it where it was", async ({ plan }) => {
  await changed(plan);
  await plan.openScenario(EXAMPLE);
  await plan.page.getByRole("combobox", { name: "So với" }).selectOption({ label: COPY });
  const beside = plan.table.locator('tbody [data-column="beside"]');
  await expect(beside).toHaveCount(12);
  await plan.lock("Mai Sơn", "4500");
  await expect.poll(() => plan.scenarioName()).toBe(`${COPY} (2)`);
  await expect(beside).toHaveCount(12);
});

async function scan(plan: Plan): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: plan.page }).setLegacyMode()
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

for (const [size, viewport] of Object.entries({ laptop: { width: 1440, height: 900 }, phone: { width: 320, height: 844 } })) {
  for (const theme of ["light", "dark"] as const) {
    test(`the lens is for everyone: ${size}, ${theme}`, async ({ plan }) => {
      test.setTimeout(90_000);
      await plan.page.setViewportSize(viewport);
      await plan.page.emulateMedia({ reducedMotion: "reduce", colorScheme: theme });
      const compare = new Compare(plan);
      await compare.open();
      await compare.add("Ví dụ: Hải Dương 2024");
      await expect(compare.verdicts.locator("p")).toHaveCount(1);
      const sideways = () => plan.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await scan(plan)).toEqual([]);
      expect(await sideways()).toBeLessThanOrEqual(0);
      await plan.switchTo("en");
      await expect(compare.verdicts).toContainText("B differs from A in");
      expect(await scan(plan)).toEqual([]);
      expect(await sideways()).toBeLessThanOrEqual(0);
    });
  }
}
