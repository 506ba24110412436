import { mkdirSync, writeFileSync } from "node:fs"

export type Result = {
  section: string
  name: string
  value: number
  unit: string
  /** Share of, or multiple of, the limit measured in the same run; 1 for the limit itself. */
  ratio: number
  /** The ratio to reach: at least, or with `atMost` at most. */
  goal?: number
  atMost?: boolean
}

const met = ({ ratio, goal, atMost }: Result) =>
  goal === undefined || (atMost ? ratio <= goal : ratio >= goal)

function line(result: Result): string {
  const { name, value, unit, ratio, goal, atMost } = result
  const bar = goal === undefined ? "" : `${atMost ? "≤" : "≥"} ${goal} ${met(result) ? "met" : "MISSED"}`
  return `  ${name.padEnd(44)} ${value.toLocaleString("en").padStart(9)} ${unit.padEnd(11)} ${ratio.toFixed(2).padStart(6)}  ${bar}`
}

/** Prints the table and writes bench/results.json. Answers whether every goal was met. */
export function report(results: Result[]): boolean {
  let section = ""
  for (const result of results) {
    if (result.section !== section) console.log(`\n${result.section}`)
    section = result.section
    console.log(line(result))
  }
  mkdirSync("bench", { recursive: true })
  writeFileSync("bench/results.json", JSON.stringify({ at: new Date().toISOString(), results }, null, 2))
  return results.every(met)
}
