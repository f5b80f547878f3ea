// Measures dist/ in a real browser and prints one table, each figure against its goal.
// Nothing here passes or fails: budgets are looked at, not timed in tests.
//   make bench
import { readFile, readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "@playwright/test";
import { args, executablePath, viewport } from "./browser.mjs";
import { DIST, serve } from "./serve.mjs";

/** The field whose keystrokes are timed. */
const TARGET = /** @type {const} */ ({ role: "textbox", name: "Số người" });
/** Typed one key at a time, over and over, each time in place of what was there. */
const TYPED = "36500";
const KEYSTROKES = 50;
/** Where `scripts/bench.sh` has put the calculation for the browser. */
const MEASURED = fileURLToPath(new URL("../../target/measure", import.meta.url));
/** What is timed in the page, with its goal in milliseconds where there is one. */
const CALCULATIONS = [
  { what: "split of 12 units", made: { kind: "ReadySplit", of: [12] } },
  { what: "split of 168 units", made: { kind: "ReadySplit", of: [168] } },
  { what: "split of 3,321 units", made: { kind: "ReadySplit", of: [3_321] } },
  { what: "split of 10,000 units", made: { kind: "ReadySplit", of: [10_000] } },
  { what: "split of 100,000 units", made: { kind: "ReadySplit", of: [100_000] }, goal: 60 },
  { what: "derive 168 communes × 4 indicators × 5 years", made: { kind: "ReadyPlan", of: [168, 4, 5] }, goal: 2 },
  { what: "derive 3,321 communes × 4 indicators × 1 year", made: { kind: "ReadyPlan", of: [3_321, 4, 1] }, goal: 10 },
];

/** @typedef {{ what: string, value?: number, unit: string, goal?: number, note?: string }} Row */
/** @type {Row[]} */
const rows = [];

await sizes();
const server = await serve();
const browser = await chromium.launch({ executablePath, args });
try {
  const page = await browser.newPage({ viewport, locale: "vi-VN" });
  await layoutShift(page);
  await keystrokes(page);
  await calculation(page);
} finally {
  await browser.close();
  await server.close();
}
print();

/** What a first visit loads, compressed as a good host would. */
async function sizes() {
  const KB = 1_000;
  /** @type {Record<string, number>} */
  const sum = {};
  for (const entry of await readdir(DIST, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    const kind = extname(entry.name);
    // Fonts are compressed already.
    const size =
      kind === ".woff2"
        ? bytes.length
        : brotliCompressSync(bytes, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: 11,
              [constants.BROTLI_PARAM_LGWIN]: 24,
              [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
            },
          }).length;
    sum[kind] = (sum[kind] ?? 0) + size / KB;
  }
  let total = 0;
  for (const [kind, name] of [[".html", "HTML"], [".js", "JavaScript"], [".wasm", "WebAssembly"], [".css", "CSS"]]) {
    const value = sum[kind ?? ""] ?? 0;
    total += value;
    rows.push({ what: `  ${name}, brotli`, value, unit: "KB" });
  }
  rows.unshift({ what: "first load, brotli", value: total, unit: "KB", goal: 300 });
  rows.push({ what: "fonts", value: sum[".woff2"] ?? 0, unit: "KB", goal: 45 });
}

/**
 * Everything that moves by itself from the load until the page has been quiet for two seconds.
 * @param {import("@playwright/test").Page} page
 */
async function layoutShift(page) {
  await page.addInitScript(() => {
    const shift = { value: 0 };
    Object.assign(window, { shift });
    new PerformanceObserver((list) => {
      for (const entry of /** @type {any[]} */ (list.getEntries())) {
        if (!entry.hadRecentInput) shift.value += entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(server.url, { waitUntil: "networkidle" });
  await page.waitForTimeout(2_000);
  const value = await page.evaluate(() => /** @type {any} */ (window).shift.value);
  rows.push({ what: "layout shift, load to idle", value, unit: "", goal: 0.05 });
}

/**
 * From the keydown to the second animation frame after it: by then the change is on the screen.
 * @param {import("@playwright/test").Page} page
 */
async function keystrokes(page) {
  const what = `keydown to pixels, ${KEYSTROKES} keystrokes`;
  const field = page.getByRole(TARGET.role, { name: TARGET.name }).first();
  if (!(await field.isVisible())) {
    rows.push({ what, unit: "ms", note: `not measured: no ${TARGET.role} "${TARGET.name}"` });
    return;
  }
  const lines = await page.locator("tbody tr").count();
  await field.focus();
  await page.evaluate(() => {
    /** @type {number[]} */
    const times = [];
    Object.assign(window, { times });
    document.addEventListener(
      "keydown",
      (event) => {
        if (event.ctrlKey || event.metaKey || event.key.length > 1) return;
        requestAnimationFrame(() => requestAnimationFrame(() => times.push(performance.now() - event.timeStamp)));
      },
      { capture: true },
    );
  });
  const done = () => page.evaluate(() => /** @type {any} */ (window).times.length);
  for (let n = 0; n < KEYSTROKES; n += 1) {
    if (n % TYPED.length === 0) await field.selectText();
    await page.keyboard.press(TYPED[n % TYPED.length] ?? "0");
    while ((await done()) <= n) await page.waitForTimeout(5);
  }
  /** @type {number[]} */
  const times = await page.evaluate(() => /** @type {any} */ (window).times);
  const note = `${lines} rows`;
  rows.push({ what: `${what}: median`, value: quantile(times, 0.5), unit: "ms", goal: 50, note });
  rows.push({ what: `${what}: 95th percentile`, value: quantile(times, 0.95), unit: "ms", goal: 80, note });
}

/**
 * The calculation itself inside the browser: `benches/data/in_page.rs`, beside the page.
 * @param {import("@playwright/test").Page} page
 */
async function calculation(page) {
  await page.route("**/measure/*", async (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    const contentType = name.endsWith(".wasm") ? "application/wasm" : "text/javascript";
    await route.fulfill({ body: await readFile(join(MEASURED, name)), contentType });
  });
  for (const { what, made, goal } of CALCULATIONS) {
    const value = await page.evaluate(async ({ kind, of }) => {
      const module = await import(new URL("measure/measure_in_page.js", document.baseURI).href);
      await module.default();
      const ready = new module[kind](...of);
      if (!ready.run()) throw new Error(`${kind} ${of} could not be split`);
      const times = [];
      const until = performance.now() + 1_500;
      while (times.length < 5 || (performance.now() < until && times.length < 500)) {
        const start = performance.now();
        ready.run();
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
    }, made);
    rows.push({ what: `${what}, in the browser: median`, value, unit: "ms", goal });
  }
}

/**
 * @param {number[]} values
 * @param {number} share
 */
function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

function print() {
  const digits = (/** @type {number} */ value) => (value >= 100 ? 0 : value >= 1 ? 1 : 3);
  const table = [
    ["what", "measured", "goal", "of goal", ""],
    ...rows.map(({ what, value, unit, goal, note = "" }) => [
      what,
      value === undefined ? "–" : `${value.toFixed(digits(value))} ${unit}`.trim(),
      goal === undefined ? "" : `${goal} ${unit}`.trim(),
      value === undefined || goal === undefined ? "" : `${Math.round((100 * value) / goal)} %`,
      note,
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  for (const line of table) {
    console.log(
      line.map((cell, n) => (n === 0 ? cell.padEnd(widths[0] ?? 0) : n < 4 ? cell.padStart(widths[n] ?? 0) : cell)).join("  ").trimEnd(),
    );
  }
}
