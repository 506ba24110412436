/**
 * Runs steps `{ name, after?, needs?, alone?, run }` in their order, `slots` at a time, and answers their results.
 * `after` waits for a step to end, `needs` also wants it to have no failure, `alone` shares the machine with nobody.
 * Names that are not among the steps are ignored, so a selection runs.
 */
export async function runSteps(steps, { slots = 2, onResult = () => {} } = {}) {
  const results = new Map()
  const waiting = [...steps]
  const running = new Map()
  const known = new Set(steps.map((step) => step.name))

  const isDone = (name) => !known.has(name) || results.has(name)
  const mayStart = (step) => {
    if (![...(step.after ?? []), ...(step.needs ?? [])].every(isDone)) return false
    if (step.alone) return running.size === 0 && waiting.length === 1
    return running.size < slots && ![...running.values()].some((other) => other.step.alone)
  }
  const settle = (step, result) => {
    running.delete(step.name)
    results.set(step.name, result)
    onResult(step, result)
  }

  while (waiting.length > 0 || running.size > 0) {
    const step = waiting.find(mayStart)
    if (step) {
      waiting.splice(waiting.indexOf(step), 1)
      const broken = (step.needs ?? []).find((name) => results.get(name)?.failed > 0)
      if (broken) {
        settle(step, { passed: 0, failed: 0, skipped: [`${step.name}: ${broken} failed`], ms: 0 })
        continue
      }
      const work = step.run().then(
        (result) => settle(step, result),
        (error) => settle(step, failure(error)),
      )
      running.set(step.name, { step, work })
    } else if (running.size > 0) {
      await Promise.race([...running.values()].map((entry) => entry.work))
    } else {
      throw new Error(`These steps wait for each other: ${waiting.map((entry) => entry.name).join(", ")}`)
    }
  }
  return steps.map((step) => results.get(step.name))
}

function failure(error) {
  const output = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { passed: 0, failed: 1, skipped: [], output, ms: 0 }
}
