import { existsSync, readFileSync } from "node:fs"

/**
 * Counts of one vitest JSON report: `{ passed, failed, skipped, failures }`, where `skipped` and `failures` are names.
 * A file that could not be loaded has no tests and counts as one failure.
 */
export function countVitest(report) {
  const counts = { passed: 0, failed: 0, skipped: [], failures: [] }
  for (const file of report.testResults ?? []) {
    for (const test of file.assertionResults) {
      if (test.status === "passed") counts.passed += 1
      else if (test.status === "failed") counts.failures.push(test.fullName)
      else counts.skipped.push(test.fullName)
    }
    const anyFailed = file.assertionResults.some((test) => test.status === "failed")
    if (file.status === "failed" && !anyFailed) counts.failures.push(`${file.name} (outside its tests)`)
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
  } else counts.failures.push(test.status === "flaky" ? `${name} (passed only when repeated)` : name)
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
