// Search and sorting: neither needs tone marks nor changes a number.
import { expect, OPENING, test, type Plan } from "./page";

async function find(plan: Plan, text: string): Promise<string[]> {
  await plan.page.getByRole("searchbox").fill(text);
  return plan.units();
}

test("a name is found with tone marks or without, d for đ", async ({ plan }) => {
  expect(await find(plan, "thuan chau")).toEqual(["Thuận Châu"]);
  expect(await find(plan, "CHÂU")).toEqual(["Mộc Châu", "Yên Châu", "Thuận Châu"]);
  expect(await find(plan, "nowhere")).toEqual([]);
  await expect(plan.page.getByText("Không có đơn vị nào khớp")).toBeVisible();
  await plan.page.keyboard.press("Escape");
  await plan.expectGiven(OPENING);
});

test("Enter in the search leads to the first unit found", async ({ plan }) => {
  await plan.page.getByRole("searchbox").fill("song ma");
  await plan.page.keyboard.press("Enter");
  await expect(plan.cell("Sông Mã")).toBeFocused();
});

test("sorting orders rows and changes no number, no bar and no history", async ({ plan }) => {
  const bar = await plan.recon.innerText();
  const names = await plan.units();
  const given = new Map(names.map((unit, place) => [unit, OPENING[place]]));
  const sort = plan.page.getByRole("combobox", { name: "Xếp" });
  for (const label of ["Giao 2023, lớn trước", "tên, từ A đến Y", "Tăng, giảm, lớn trước", "Trước, nhỏ trước"]) {
    await sort.selectOption({ label });
    const units = await plan.units();
    expect([...units].sort()).toEqual([...names].sort());
    for (const unit of units) expect(await plan.given(unit)).toBe(given.get(unit));
    expect(await plan.recon.innerText()).toBe(bar);
    await expect(plan.undoButton).toHaveAccessibleName("Chưa có gì để hoàn tác");
  }
  await sort.selectOption({ label: "Giao 2023, lớn trước" });
  expect((await plan.units())[0]).toBe("Thuận Châu");
  await expect(plan.table.getByRole("columnheader", { name: /Giao 2023/ })).toHaveAttribute("aria-sort", "descending");
  await sort.selectOption({ label: "theo danh sách" });
  expect(await plan.units()).toEqual(names);
});

test("names sort by the Vietnamese alphabet: Đ after D", async ({ plan }) => {
  await plan.openScenario("Ví dụ: Tỉnh mẫu, cấp xã 2026");
  await plan.page.getByRole("combobox", { name: "Xếp" }).selectOption({ label: "tên, từ A đến Y" });
  const first = (await plan.units()).map((name) => name.split("\n")[0]!.trim()).slice(0, 6);
  expect(first).toEqual(["BHXH cơ sở Bắc", "Phường Tân Bình", "Xã An Phú", "Xã Đông Sơn", "Xã Hòa Lạc", "Xã Vĩnh Thịnh"]);
});
