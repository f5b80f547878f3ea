// Measures dist/ in a real browser and prints one table, each figure against its goal.
// Nothing here passes or fails: budgets are looked at, not timed in tests.
//   make bench
import { readFile, readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "@playwright/test";
import { args, executablePath, viewport } from "./browser.mjs";
import { saved } from "./provinces.mjs";
import { DIST, serve } from "./serve.mjs";

/** The field whose keystrokes are timed. */
const TARGET = /** @type {const} */ ({ role: "textbox", name: "Số người" });
/** The provinces whose typing is measured, with the goals of median and 95th percentile (ms). */
const PROVINCES = [
  { communes: 168, target: 30_000, median: 50, most: 80 },
  { communes: 3_321, target: 500_000, median: 100, most: 150 },
];

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

/** What counts as the first load, by the ending of its file. */
const PARTS = /** @type {const} */ ([[".html", "HTML"], [".js", "JavaScript"], [".wasm", "WebAssembly"], [".css", "CSS"]]);

/** @typedef {{ what: string, value?: number, unit: string, goal?: number, note?: string }} Row */
/** @type {Row[]} */
const rows = [];

await sizes();
const server = await serve();
const browser = await chromium.launch({ executablePath, args });
try {
  // Without the worker: what it loads in the background is no part of what is timed here.
  const page = await browser.newPage({ viewport, locale: "vi-VN", serviceWorkers: "block" });
  await layoutShift(page);
  for (const province of PROVINCES) {
    await open(page, province);
    await keystrokes(page, province);
  }
  await scrolling(page);
  await calculation(page);
} finally {
  await browser.close();
  await server.close();
}
print();

/** What a first visit loads, and what is kept after it for days without a network, compressed as a good host would. */
async function sizes() {
  const KB = 1_000;
  const page = await readFile(join(DIST, "index.html"), "utf8");
  /** @type {Record<string, number>} */
  const sum = {};
  let first = 0;
  let all = 0;
  let files = 0;
  for (const entry of await readdir(DIST, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    const kind = extname(entry.name);
    // Fonts and pictures are compressed already.
    const size =
      kind === ".woff2" || kind === ".png"
        ? bytes.length
        : brotliCompressSync(bytes, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: 11,
              [constants.BROTLI_PARAM_LGWIN]: 24,
              [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
            },
          }).length;
    // The worker comes when the page is at rest, and with it what the page does not name: parts for later, pictures.
    if (entry.name === "index.html" || page.includes(entry.name)) {
      sum[kind] = (sum[kind] ?? 0) + size / KB;
      if (PARTS.some(([part]) => part === kind)) first += size / KB;
    }
    all += size / KB;
    files += 1;
  }
  rows.push({ what: "first load, brotli", value: first, unit: "KB", goal: 300 });
  for (const [kind, name] of PARTS) rows.push({ what: `  ${name}, brotli`, value: sum[kind] ?? 0, unit: "KB" });
  rows.push({ what: "fonts", value: sum[".woff2"] ?? 0, unit: "KB", goal: 45 });
  rows.push({ what: "kept for days without a network", value: all, unit: "KB", note: `${files} files, the first load included` });
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
 * Opens a province as the reader's own scenario.
 * @param {import("@playwright/test").Page} page
 * @param {{ communes: number, target: number }} province
 */
async function open(page, province) {
  const { id, text } = saved(province);
  await page.evaluate(
    ([id, text]) => {
      localStorage.setItem(`bao-phu/scenario/${id}`, text ?? "");
      localStorage.setItem("bao-phu/settings", JSON.stringify({ current: id }));
    },
    [id, text],
  );
  await page.goto("about:blank");
  await page.goto(server.url, { waitUntil: "networkidle" });
  await page.locator("td[data-active]").waitFor();
}

/**
 * From the keydown to the second animation frame after it: by then the change is on the screen.
 * @param {import("@playwright/test").Page} page
 * @param {{ communes: number, target: number, median: number, most: number }} province
 */
async function keystrokes(page, { communes, target, median, most }) {
  const what = `keydown to pixels, ${communes} rows, ${KEYSTROKES} keystrokes`;
  const field = page.getByRole(TARGET.role, { name: TARGET.name }).first();
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
  const typed = String(target + 1_234);
  for (let n = 0; n < KEYSTROKES; n += 1) {
    if (n % typed.length === 0) await field.selectText();
    await page.keyboard.press(typed[n % typed.length] ?? "0");
    while ((await done()) <= n) await page.waitForTimeout(5);
  }
  /** @type {number[]} */
  const times = await page.evaluate(() => /** @type {any} */ (window).times);
  rows.push({ what: `${what}: median`, value: quantile(times, 0.5), unit: "ms", goal: median });
  rows.push({ what: `${what}: 95th percentile`, value: quantile(times, 0.95), unit: "ms", goal: most });
}

/**
 * 200 steps over the longest table: how long frames take, and whether any row in view is blank once it has settled.
 * @param {import("@playwright/test").Page} page
 */
async function scrolling(page) {
  const { frames, blank, most } = await page.evaluate(async () => {
    const box = /** @type {HTMLElement} */ (document.querySelector(".grid-box"));
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    box.scrollIntoView();
    const { top, bottom, left } = box.getBoundingClientRect();
    const frames = [];
    let [blank, most] = [0, 0];
    for (let step = 0; step <= 200; step += 1) {
      box.scrollTop = (step / 200) * (box.scrollHeight - box.clientHeight);
      for (let n = 0; n < 3; n += 1) {
        const before = performance.now();
        await frame();
        frames.push(performance.now() - before);
      }
      for (let y = top + 40; y < Math.min(bottom, innerHeight) - 80; y += 18) {
        const row = document.elementFromPoint(left + 200, y)?.closest("tr");
        if (row?.classList.contains("grid__gap")) blank += 1;
      }
      most = Math.max(most, document.querySelectorAll("tbody tr[data-row]").length);
    }
    return { frames, blank, most };
  });
  const what = "scrolling 3,321 rows in 200 steps";
  rows.push({ what: `${what}: frame, 95th percentile`, value: quantile(frames, 0.95), unit: "ms", goal: 50 });
  rows.push({ what: `${what}: blank rows`, value: blank, unit: "", note: "goal: none" });
  rows.push({ what: `${what}: most rows in the page`, value: most, unit: "", goal: 120 });
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
