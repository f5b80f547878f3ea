// Large provinces, opened as the reader's own.
import { KEYS, type Plan } from "./page";
import { saved } from "./provinces.mjs";

/** Opens a province of so many communes as the reader's own scenario. */
export async function openProvince(plan: Plan, province: Parameters<typeof saved>[0]): Promise<void> {
  const { id, text } = saved(province);
  await plan.store(`${KEYS.scenario}${id}`, text);
  await plan.store(KEYS.settings, JSON.stringify({ current: id }));
  await plan.reload();
}
