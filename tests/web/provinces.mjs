// Provinces of any size, as saved documents, for what the built-in examples are too small for.

const SLOT = { indicator: "tn", year: 2026 };

/**
 * The document as storage keeps it.
 *
 * @param {{ communes: number, districts?: number, target: number }} province how many communes in all, over how many
 *   districts (none puts them right below the province), and how many people are asked for
 * @returns {{ id: string, text: string }}
 */
export function saved({ communes, districts = 0, target }) {
  const id = `tinh-${communes}-${districts}`;
  /** @type {object[]} */
  const units = [{ id: 0, name: "Tỉnh lớn", kind: "province" }];
  for (let n = 1; n <= districts; n += 1) units.push({ id: n, name: `Huyện ${n}`, kind: "district", parent: 0 });
  const last = [];
  const base = [];
  for (let n = 0; n < communes; n += 1) {
    const unit = districts + 1 + n;
    const parent = districts === 0 ? 0 : 1 + (n % districts);
    units.push({ id: unit, name: `Xã ${String(n + 1).padStart(4, "0")}`, kind: "commune", parent });
    last.push([unit, 40 + ((n * 37) % 160)]);
    base.push([unit, 3_000 + ((n * 101) % 5_000)]);
  }
  const text = JSON.stringify({
    version: 1,
    scenario: {
      id,
      name: `Tỉnh ${communes} xã`,
      units,
      facts: [
        { measure: { result: "tn" }, year: 2025, provenance: "entered", figures: last },
        { measure: { base: "labour_force" }, year: 2025, provenance: "entered", figures: base },
      ],
      targets: [{ slot: SLOT, issuer: "own", quantity: { form: "people", value: String(target) }, provenance: "entered", used: true }],
      rules: [{ slot: SLOT, node: 0, method: "lift", rounding: "common_level", kept: 0, no_unit_below_last: true }],
      limits: [],
    },
  });
  return { id, text };
}
