import { stripVTControlCharacters } from "node:util";
import type {
  FullResult,
  Reporter,
  TestCase,
  TestError,
  TestResult,
} from "@playwright/test/reporter";

/** One line for each test, "ok …" or "not ok …", as the other scripts of `./duespark test` print. */
export default class Lines implements Reporter {
  onTestEnd(test: TestCase, result: TestResult) {
    if (result.status === "skipped") return;
    const name = test.titlePath().filter(Boolean).slice(2).join(": ");
    console.log(`${test.ok() ? "ok" : "not ok"} ${name}`);
    for (const { type, description } of result.annotations) {
      if (type === "measured") console.log(`  ${description}`);
    }
    for (const error of result.errors) this.onError(error);
    const trace = result.attachments.find(({ name }) => name === "trace")?.path;
    if (trace) console.log(`  npx playwright show-trace ${trace}`);
  }

  /** Outside of every test, such as a program that does not start. */
  onError(error: TestError) {
    const text = stripVTControlCharacters(error.stack ?? error.message ?? String(error.value));
    console.log(text.replace(/^/gm, "  "));
  }

  onEnd(result: FullResult) {
    if (result.status !== "passed") console.log(`The browser's tests have ${result.status}.`);
  }

  printsToStdio() {
    return true;
  }
}
