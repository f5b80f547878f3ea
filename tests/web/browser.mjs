// Which browser the tests and the benchmark drive, and how it is started.

/** From scripts/browser.sh; without it, Playwright would look for a browser of its own. */
export const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";

/** Without a sandbox, because CI runs as root; without anything that calls home. */
export const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const viewport = { width: 1440, height: 900 };
