// The sum is sacred: whatever is asked for and however it is split, every level adds up to the person.
import { expect, test, type Plan } from "./page";

/** Ten targets, typed as growth so that they fit any province. */
const GROWTHS = ["+1%", "+1,5%", "+2,5%", "+5%", "+7,7%", "+10%", "+13%", "+20%", "+31,4%", "+50%"];

/** By how much each level misses what it should come to: the province its target, a node what it was given. */
function missing(plan: Plan): Promise<Record<string, number>> {
  return plan.page.evaluate(() => {
    const digits = (text: string) => Number(text.replace(/\D/g, ""));
    const given = (row: Element) => digits(row.querySelector<HTMLElement>('[data-column="given"]')!.innerText);
    const misses: Record<string, number> = {};
    const open: { name: string; level: number; left: number }[] = [];
    const close = (level: number) => {
      while (open.length > 0 && open.at(-1)!.level >= level) {
        const { name, left } = open.pop()!;
        if (left !== 0) misses[name] = left;
      }
    };
    const field = (label: string) => {
      const fields = [...document.querySelectorAll<HTMLInputElement>("input")];
      return digits(fields.find((one) => (one.getAttribute("aria-label") ?? one.labels?.[0]?.innerText ?? "").startsWith(label))!.value);
    };
    let left = field("Số người") - field("Giữ ở tỉnh");
    for (const row of document.querySelectorAll("#plan-table tbody tr[data-row]")) {
      const name = row.querySelector('[data-column="unit"]')!;
      const level = Number(name.getAttribute("aria-level") ?? 1);
      close(level);
      if (level === 1) left -= given(row);
      else open.at(-1)!.left -= given(row);
      if (row.hasAttribute("data-inner")) open.push({ name: name.textContent!, level, left: given(row) });
    }
    close(0);
    if (left !== 0) misses["Toàn tỉnh"] = left;
    return misses;
  });
}

for (const example of ["Ví dụ: Sơn La 2023", "Ví dụ: Tỉnh mẫu, cấp xã 2026"]) {
  test(`ten targets by every method: every level of ${example} adds up, and nothing remains`, async ({ plan, page }) => {
    test.setTimeout(120_000);
    await plan.openScenario(example);
    await plan.keep("12");
    const methods = page.getByRole("radio");
    let tried = 0;
    for (let n = 0; n < (await methods.count()); n += 1) {
      await methods.nth(n).click();
      // A method that lacks figures says so and is not chosen.
      if (!(await methods.nth(n).isChecked())) continue;
      tried += 1;
      for (const growth of GROWTHS) {
        await plan.setTarget(growth, "growth");
        const what = `method ${n + 1}, ${growth}`;
        await expect.poll(() => missing(plan), what).toEqual({});
        await expect(plan.recon.getByText("Khớp", { exact: true }), what).toBeVisible();
      }
    }
    expect(tried).toBeGreaterThanOrEqual(5);
  });
}
