import type { FullResult, Reporter, TestCase, TestResult } from "@playwright/test/reporter";

/** Closes the run with one line that says how many tests passed and failed. */
export default class Totals implements Reporter {
  private readonly last = new Map<TestCase, TestResult>();

  onTestEnd(test: TestCase, result: TestResult): void {
    this.last.set(test, result);
  }

  onEnd(_: FullResult): void {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const [test, result] of this.last) {
      if (result.status === "skipped") count.skipped += 1;
      else if (test.ok()) count.passed += 1;
      else count.failed += 1;
    }
    const skipped = count.skipped ? `, ${count.skipped} skipped` : "";
    console.log(`${count.passed} passed, ${count.failed} failed${skipped}`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
