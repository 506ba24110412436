import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { countPlaywright, countVitest, readReport, summarise } from "@/server/cli/lib/test-report.mjs"

const folder = mkdtempSync(path.join(os.tmpdir(), "plumbline-report-"))
afterAll(() => rmSync(folder, { recursive: true }))

function vitestReport(...files) {
  return {
    testResults: files.map(([status, ...tests]) => ({
      name: "a.test.ts",
      status,
      assertionResults: tests.map((test, index) => ({ status: test, fullName: `${test} ${index}` })),
    })),
  }
}

function reportFile(content) {
  const file = path.join(folder, `${Math.random()}.json`)
  writeFileSync(file, JSON.stringify(content))
  return file
}

describe("countVitest", () => {
  it("adds up files and keeps the names of what did not run", () => {
    const report = vitestReport(["passed", "passed", "skipped"], ["failed", "failed", "todo", "passed"])
    expect(countVitest(report)).toEqual({
      passed: 2,
      failed: 1,
      skipped: ["skipped 1", "todo 1"],
      failures: ["failed 0"],
    })
  })

  it("says below the name what went wrong, without colours and at most 25 lines of it", () => {
    const message = `\u001b[31mAssertionError\u001b[0m: expected 1 to be 2\n\n${"at line\n".repeat(60)}`
    const tests = [{ status: "failed", fullName: "adds up", failureMessages: [message] }]
    const [failure] = countVitest({ testResults: [{ status: "failed", assertionResults: tests }] }).failures
    expect(failure.split("\n").slice(0, 3)).toEqual([
      "adds up",
      "  AssertionError: expected 1 to be 2",
      "  at line",
    ])
    expect(failure.split("\n").length).toBeLessThanOrEqual(26)
  })

  it("counts a file that could not be loaded as a failure", () => {
    expect(countVitest(vitestReport(["failed"])).failures).toEqual(["a.test.ts (outside its tests)"])
  })
})

describe("countPlaywright", () => {
  const spec = (title, status, annotations = []) => ({ title, tests: [{ status, annotations }] })

  it("walks nested suites and gives reasons", () => {
    const suites = [
      {
        title: "board.spec.ts",
        specs: [spec("opens", "expected")],
        suites: [
          {
            title: "by keyboard",
            specs: [
              spec("moves", "unexpected"),
              spec("drops", "skipped", [{ type: "skip", description: "no pointer" }]),
              spec("flips", "flaky"),
            ],
          },
        ],
      },
    ]
    expect(countPlaywright({ suites, errors: [] })).toEqual({
      passed: 1,
      failed: 2,
      skipped: ["board.spec.ts › by keyboard › drops: no pointer"],
      failures: [
        "board.spec.ts › by keyboard › moves",
        "board.spec.ts › by keyboard › flips (passed only when repeated)",
      ],
    })
  })

  it("quotes the error of a failed test", () => {
    const tests = [{ status: "unexpected", results: [{ errors: [{ message: "Timed out\nlocator: Save" }] }] }]
    const suites = [{ title: "board.spec.ts", specs: [{ title: "moves", tests }] }]
    expect(countPlaywright({ suites }).failures).toEqual([
      "board.spec.ts › moves\n  Timed out\n  locator: Save",
    ])
  })

  it("counts an error outside the tests", () => {
    expect(countPlaywright({ suites: [], errors: [{ message: "no server\nstack" }] }).failures).toEqual([
      "no server",
    ])
  })
})

describe("readReport", () => {
  it("is a failure without a report, without a test, or with a bad exit code", () => {
    expect(readReport(path.join(folder, "absent.json"), countVitest, 0).failed).toBe(1)
    expect(readReport(reportFile(vitestReport(["passed", "skipped"])), countVitest, 0).failed).toBe(1)
    expect(readReport(reportFile(vitestReport(["passed", "passed"])), countVitest, 1).failed).toBe(1)
  })

  it("does not count one failure twice", () => {
    expect(readReport(reportFile(vitestReport(["failed", "failed"])), countVitest, 1).failed).toBe(1)
  })
})

describe("summarise", () => {
  const result = (passed, failed, ...skipped) => ({ passed, failed, skipped })

  it("ends with one line of sums", () => {
    expect(summarise([result(1, 0), result(40, 0, "no data")])).toEqual({
      line: "41 passed, 0 failed, 1 skipped",
      ok: true,
    })
    expect(summarise([result(1, 0), result(0, 2)])).toEqual({
      line: "1 passed, 2 failed, 0 skipped",
      ok: false,
    })
  })

  it("is no success when nothing ran", () => {
    expect(summarise([result(0, 0, "build failed")]).ok).toBe(false)
    expect(summarise([]).ok).toBe(false)
  })
})
