import { describe, expect, it } from "vitest"
import { runSteps } from "@/server/cli/lib/schedule.mjs"

const passed = { passed: 1, failed: 0, skipped: [], ms: 0 }
const failed = { passed: 0, failed: 1, skipped: [], ms: 0 }

function recorder() {
  const log = []
  let running = 0
  let most = 0
  const make = (name, result, rest = {}) => ({
    name,
    ...rest,
    run: async () => {
      running += 1
      most = Math.max(most, running)
      log.push(`${name} with ${running - 1}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
      running -= 1
      if (result instanceof Error) throw result
      return result
    },
  })
  return { log, make, most: () => most }
}

describe("runSteps", () => {
  it("runs two at a time, keeps the order and goes on after a failure", async () => {
    const { make, most } = recorder()
    const steps = [make("a", failed), make("b", passed), make("c", passed)]
    expect(await runSteps(steps)).toEqual([failed, passed, passed])
    expect(most()).toBe(2)
  })

  it("waits for `after` even when it failed, and skips with a reason what `needs` it", async () => {
    const { log, make } = recorder()
    const steps = [
      make("types", failed),
      make("build", passed, { after: ["types"] }),
      make("e2e", passed, { needs: ["types"] }),
    ]
    const results = await runSteps(steps)
    expect(results[2].skipped).toEqual(["e2e: types failed"])
    expect(log).toEqual(["types with 0", "build with 0"])
  })

  it("gives a step that runs alone the machine, at the end", async () => {
    const { log, make } = recorder()
    await runSteps([make("e2e", passed, { alone: true }), make("a", passed), make("b", passed)])
    expect(log.at(-1)).toBe("e2e with 0")
  })

  it("ignores names outside the selection and reports a thrown error", async () => {
    const { make } = recorder()
    const [only] = await runSteps([make("e2e", new Error("no disk"), { needs: ["build"], alone: true })])
    expect(only.failed).toBe(1)
    expect(only.output).toContain("no disk")
  })

  it("names a circle instead of hanging", async () => {
    const { make } = recorder()
    const circle = [make("a", passed, { after: ["b"] }), make("b", passed, { after: ["a"] })]
    await expect(runSteps(circle)).rejects.toThrow("wait for each other: a, b")
  })
})
