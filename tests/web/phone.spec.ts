// The page in a hand: what stands above the fold, targets for a finger, and the sheet with its three ways out.
import { expect, OPENING, SON_LA, sum, test, type Plan } from "./page";

test.use({ viewport: { width: 390, height: 844 } });

test("verdict, balance and three units stand above the fold, whole", async ({ plan, page }) => {
  await expect(page.getByText(/^Để đạt 35\.002 người/)).toBeInViewport({ ratio: 1 });
  await expect(plan.recon).toBeInViewport({ ratio: 1 });
  await expect(plan.recon.getByText("Khớp", { exact: true })).toBeInViewport({ ratio: 1 });
  // A unit's card is its whole row: name, number, change and arrow.
  for (const unit of SON_LA.slice(0, 3)) await expect(plan.row(unit), unit).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

/** Buttons, fields, lists and choices in sight, with the size a finger has to hit. */
function targets(plan: Plan): Promise<{ what: string; width: number; height: number }[]> {
  return plan.page.evaluate(() => {
    const parts = document.querySelectorAll<HTMLElement>("button, select, summary, input, nav a[href], tbody tr[data-row]");
    return [...parts]
      // A link in a sentence is no primary target.
      .filter((part) => part.checkVisibility() && !part.closest(".spoken") && !part.matches(".link, .skip"))
      .map((part) => {
        const hit = part instanceof HTMLInputElement && /radio|checkbox/.test(part.type) ? part.closest("label") ?? part : part;
        const { width, height } = hit.getBoundingClientRect();
        return { what: part.id || part.getAttribute("aria-label") || hit.innerText || part.className, width, height };
      })
      .filter(({ width, height }) => width > 0 && height > 0);
  });
}

test("primary targets are at least 44 high, in the page, with target and method unfolded, and in the sheet", async ({ plan, page }) => {
  const check = async (where: string) => {
    const all = await targets(plan);
    expect(all.length, where).toBeGreaterThan(10);
    for (const { what, height } of all) expect.soft(height, `${where}: ${what}`).toBeGreaterThanOrEqual(44);
  };
  await check("as it opens");
  await page.getByRole("button", { name: "Sửa mục tiêu, cách chia" }).click();
  await expect(plan.field()).toBeVisible();
  await check("unfolded");
  await plan.cell("Thuận Châu").click();
  await expect(plan.inspector).toBeVisible();
  await check("the sheet");
});

const CLOSE = {
  button: (plan: Plan) => plan.inspector.getByRole("button", { name: "Đóng" }).click(),
  Escape: (plan: Plan) => plan.page.keyboard.press("Escape"),
  Back: (plan: Plan) => plan.page.evaluate(() => history.back()),
} as const;

for (const [way, close] of Object.entries(CLOSE)) {
  test(`the reason is a sheet, closed by ${way}; the cell has the focus again and nothing else has changed`, async ({ plan, page }) => {
    await expect(plan.inspector).toBeHidden();
    // Twice, another unit each time: the way back holds no step of the first when the second is opened.
    for (const [unit, given] of [["Thuận Châu", "4.549"], ["Mai Sơn", "4.271"]] as const) {
      await plan.cell(unit).click();
      await expect(plan.inspector).toBeVisible();
      await expect(plan.inspector).toContainText(`Vì sao ${unit} được giao ${given}?`);
      await close(plan);
      await expect(plan.inspector).toBeHidden();
      await expect(plan.cell(unit)).toBeFocused();
    }
    expect(await plan.allGiven()).toEqual([...OPENING]);
    await expect(page).toHaveURL(/#\/giao\?dv=3&/);
  });
}

test("the way back leads past a closed sheet: a lens, the sheet opened and closed, Back is the lens before", async ({ plan, page }) => {
  const link = (name: string) => page.getByRole("link", { name, exact: true });
  await link("Số liệu").click();
  await expect(link("Số liệu")).toHaveAttribute("aria-current", "page");
  await link("Giao chỉ tiêu").click();
  await expect(plan.recon).toBeVisible();
  for (const way of ["Escape", "Back", "button"] as const) {
    await plan.cell("Sông Mã").click();
    await expect(plan.inspector).toBeVisible();
    await CLOSE[way](plan);
    await expect(plan.inspector).toBeHidden();
  }
  await expect.poll(() => page.evaluate(() => history.state)).toBeNull();
  await page.evaluate(() => history.back());
  await expect(link("Số liệu")).toHaveAttribute("aria-current", "page");
  await expect(plan.inspector).toBeHidden();
  await page.evaluate(() => history.forward());
  await expect(link("Giao chỉ tiêu")).toHaveAttribute("aria-current", "page");
});

test("Forward opens the sheet again, a reload closes it, and what was fixed in it stays", async ({ plan, page }) => {
  await plan.lock("TP Sơn La", "4300");
  await plan.cell("Thuận Châu").click();
  await expect(plan.inspector).toBeVisible();
  await page.evaluate(() => history.back());
  await expect(plan.inspector).toBeHidden();
  await page.evaluate(() => history.forward());
  await expect(plan.inspector).toBeVisible();
  await expect(plan.inspector).toContainText("Vì sao Thuận Châu được giao 4.505?");
  await plan.reload();
  await expect(plan.inspector).toBeHidden();
  await plan.cell("Thuận Châu").click();
  await expect(plan.inspector).toBeVisible();
  await page.evaluate(() => history.back());
  await expect(plan.inspector).toBeHidden();
  await expect.poll(() => plan.given("TP Sơn La")).toBe(4300);
  expect(sum(await plan.allGiven())).toBe(35_002);
});

test("sheets opened and closed as fast as fingers go: the last tap wins", async ({ plan, page }) => {
  // Without waiting for the browser in between: the way back of one may arrive when the next is open.
  for (const unit of ["TP Sơn La", "Mộc Châu", "Mai Sơn", "Quỳnh Nhai"] as const) {
    await plan.cell(unit).evaluate((cell) => new Promise<void>((done) => {
      // The step back that closing takes arrives after the second tap.
      addEventListener("popstate", () => setTimeout(done, 50), { once: true });
      (cell as HTMLElement).click();
      setTimeout(() => document.querySelector<HTMLElement>(".inspector__close")!.click(), 50);
      setTimeout(() => (cell as HTMLElement).click(), 51);
    }));
    await expect(plan.inspector).toContainText(`Vì sao ${unit} được giao`);
    await expect.poll(() => page.evaluate(() => history.state)).toBe("sheet");
    await expect(plan.inspector).toBeVisible();
    await page.evaluate(() => history.back());
    await expect(plan.inspector).toBeHidden();
    await expect(plan.row(unit).locator('[aria-selected="true"]')).toHaveCount(1);
  }
});
