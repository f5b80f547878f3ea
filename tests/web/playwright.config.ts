import { createHash } from "node:crypto";
import { defineConfig } from "@playwright/test";
import { args, executablePath, viewport } from "./browser.mjs";
import { BASE } from "./serve.mjs";

// One port per checkout, so that two checkouts can be tested at once. Every worker reads this file
// and must come to the same number.
const digest = createHash("sha256").update(import.meta.dirname).digest();
const port = Number(process.env.TEST_PORT) || 20_000 + (digest.readUInt16BE(0) % 20_000);
const origin = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: ".",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  // A test that passes at the second try is a bug in the page or in the test.
  retries: 0,
  forbidOnly: !!process.env.CI,
  reporter: [["list"], ["./totals.ts"]],
  use: {
    baseURL: `${origin}${BASE}`,
    viewport,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    // Only offline.spec.ts has the page kept: everywhere else it would load every file twice.
    serviceWorkers: "block",
    launchOptions: { executablePath, args },
    screenshot: "only-on-failure",
    // A trace of every test would double the time of the whole run: ask for one with --trace on.
    trace: "off",
  },
  webServer: {
    command: `node serve.mjs ${port}`,
    url: `${origin}${BASE}`,
    reuseExistingServer: false,
  },
});
