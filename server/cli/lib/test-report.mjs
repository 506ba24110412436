import { existsSync, readFileSync } from "node:fs"

const messageLines = 25
// Reporters colour what they quote.
const colour = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g")

/** A failed test as text: its name, and below it the first lines of what went wrong. */
function failed(name, message = "") {
  const lines = message.replaceAll(colour, "").trim().split("\n").slice(0, messageLines)
  return [name, ...lines.filter((line) => line.trim() !== "").map((line) => `  ${line}`)].join("\n")
}

/**
 * Counts of one vitest JSON report: `{ passed, failed, skipped, failures }`; `skipped` has names, `failures` names
 * with what went wrong. A file that could not be loaded has no tests and counts as one failure.
 */
export function countVitest(report) {
  const counts = { passed: 0, failed: 0, skipped: [], failures: [] }
  for (const file of report.testResults ?? []) {
    for (const test of file.assertionResults) {
      if (test.status === "passed") counts.passed += 1
      else if (test.status === "failed")
        counts.failures.push(failed(test.fullName, test.failureMessages?.join("\n")))
      else counts.skipped.push(test.fullName)
    }
    const anyFailed = file.assertionResults.some((test) => test.status === "failed")
    if (file.status === "failed" && !anyFailed)
      counts.failures.push(failed(`${file.name} (outside its tests)`, file.message))
  }
  counts.failed = counts.failures.length
  return counts
}

/** The same for a Playwright JSON report; a skipped test brings its reason, a flaky one counts as failed. */
export function countPlaywright(report) {
  const counts = { passed: 0, failed: 0, skipped: [], failures: [] }
  const visit = (suite, titles) => {
    for (const child of suite.suites ?? []) visit(child, [...titles, child.title])
    for (const spec of suite.specs ?? []) {
      const name = [...titles, spec.title].join(" › ")
      for (const test of spec.tests) countSpec(counts, name, test)
    }
  }
  for (const file of report.suites ?? []) visit(file, [file.title])
  for (const error of report.errors ?? []) counts.failures.push((error.message ?? "error").split("\n")[0])
  counts.failed = counts.failures.length
  return counts
}

function countSpec(counts, name, test) {
  if (test.status === "expected") counts.passed += 1
  else if (test.status === "skipped") {
    const reasons = (test.annotations ?? []).flatMap((note) => note.description ?? [])
    counts.skipped.push([name, ...reasons].join(": "))
  } else {
    const title = test.status === "flaky" ? `${name} (passed only when repeated)` : name
    const messages = (test.results ?? [])
      .flatMap((result) => result.errors ?? [])
      .map((error) => error.message)
    counts.failures.push(failed(title, messages.join("\n")))
  }
}

/**
 * The result of a test run from its report file and exit code. Never optimistic: no report, no test that ran,
 * or a bad exit code without a failed test is one failure.
 */
export function readReport(file, count, code) {
  if (!existsSync(file))
    return { passed: 0, failed: 1, skipped: [], failures: ["The run ended without a report"] }
  const counts = count(JSON.parse(readFileSync(file, "utf8")))
  if (counts.failed === 0 && code !== 0) return failMore(counts, `The run ended with exit code ${code}`)
  if (counts.failed === 0 && counts.passed === 0) return failMore(counts, "No test ran")
  return counts
}

function failMore(counts, reason) {
  return { ...counts, failed: counts.failed + 1, failures: [...counts.failures, reason] }
}

/** The last line of `npm run check` and whether it is a success. Something must have passed, nothing may have failed. */
export function summarise(results) {
  const sum = (pick) => results.reduce((total, result) => total + pick(result), 0)
  const passed = sum((result) => result.passed)
  const failed = sum((result) => result.failed)
  const skipped = sum((result) => result.skipped.length)
  return { line: `${passed} passed, ${failed} failed, ${skipped} skipped`, ok: failed === 0 && passed > 0 }
}
