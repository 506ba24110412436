import { counted } from "@/server/kernel/domain/counted"
import { addDecimals, compareDecimals, splitEvenly } from "@/server/strategy/domain/decimal"
import type { InitiativeRow } from "@/server/strategy/domain/initiative-row"
import {
  addQuarters,
  quarterOf,
  quartersBetween,
  quartersFrom,
  quarterWords,
} from "@/server/strategy/domain/quarter"
import { decimalWords } from "@/server/strategy/domain/sentence"

/** Quarters shown at least, and how far a roadmap may reach before it scrolls. */
const LEAST = 5

/** The quarters across: from the first to the last initiative, this one and some to come always among them. */
export function shownQuarters(initiatives: readonly InitiativeRow[], today: string): string[] {
  const now = quarterOf(today)
  const starts = [...initiatives.map(({ startQuarter }) => startQuarter), now].sort()
  const ends = [...initiatives.map(({ endQuarter }) => endQuarter), addQuarters(now, LEAST - 1)].sort()
  return quartersFrom(starts[0] ?? now, ends.at(-1) ?? now)
}

/** Where a bar stands among the quarters: first column from 1, and how many. */
export function barPlace(
  { startQuarter, endQuarter }: Pick<InitiativeRow, "startQuarter" | "endQuarter">,
  first: string,
) {
  return {
    column: quartersBetween(first, startQuarter) + 1,
    span: quartersBetween(startQuarter, endQuarter) + 1,
  }
}

export const quartersWords = ({
  startQuarter,
  endQuarter,
}: Pick<InitiativeRow, "startQuarter" | "endQuarter">) =>
  startQuarter === endQuarter
    ? quarterWords(startQuarter)
    : `${quarterWords(startQuarter)} to ${quarterWords(endQuarter)}`

/** The same initiative so many quarters later. */
export function movedBy<T extends Pick<InitiativeRow, "startQuarter" | "endQuarter">>(
  row: T,
  quarters: number,
): T {
  const { startQuarter, endQuarter } = row
  return {
    ...row,
    startQuarter: addQuarters(startQuarter, quarters),
    endQuarter: addQuarters(endQuarter, quarters),
  }
}

export type QuarterSums = { asked: string[]; approved: string[]; spent: string[] }

/**
 * Sums per quarter, exact: asked and approved are spread evenly over an initiative's quarters, spent counts in the
 * quarter of its date. Money outside the quarters shown is in the totals only.
 */
export function quarterSums(initiatives: readonly InitiativeRow[], quarters: readonly string[]): QuarterSums {
  const place = new Map(quarters.map((quarter, index) => [quarter, index]))
  const empty = () => quarters.map(() => "0")
  const sums: QuarterSums = { asked: empty(), approved: empty(), spent: empty() }
  const add = (to: string[], quarter: string, amount: string) => {
    const index = place.get(quarter)
    if (index !== undefined) to[index] = addDecimals(to[index] ?? "0", amount)
  }
  for (const { funding, startQuarter, endQuarter, spentBy } of initiatives) {
    const own = quartersFrom(startQuarter, endQuarter)
    for (const kind of ["asked", "approved"] as const) {
      const parts = splitEvenly(funding[kind], own.length)
      for (const [index, quarter] of own.entries()) add(sums[kind], quarter, parts[index] ?? "0")
    }
    for (const { quarter, amount } of spentBy) add(sums.spent, quarter, amount)
  }
  return sums
}

export const totalOf = (initiatives: readonly InitiativeRow[], kind: keyof InitiativeRow["funding"]) =>
  addDecimals(...initiatives.map(({ funding }) => funding[kind]))

/** "180,000" whole units, "18,250.50" with cents; "none" is for the caller to say. */
export function moneyWords(amount: string): string {
  const [, cents] = amount.split(".")
  return cents?.length === 1 ? `${decimalWords(amount)}0` : decimalWords(amount)
}

export const isNothing = (amount: string) => compareDecimals(amount, "0") === 0

/** The page's one line, about the initiatives shown of `all`. */
export function roadmapState(
  initiatives: readonly InitiativeRow[],
  currency: string | null,
  all = initiatives.length,
): string {
  if (all === 0) return "No initiative yet."
  if (initiatives.length === 0) return `None of ${all} initiatives matches.`
  const warned = initiatives.filter(({ warnings }) => warnings.length > 0).length
  const waiting = initiatives.filter(({ open }) => open !== null).length
  const money = currency
    ? ` ${moneyWords(totalOf(initiatives, "spent"))} of ${moneyWords(totalOf(initiatives, "approved"))} ${currency} approved is spent.`
    : ""
  const notes = [
    waiting > 0 && `${waiting} ${waiting === 1 ? "waits" : "wait"} for a decision`,
    warned > 0 && `${warned} with a warning`,
  ].filter((words) => words !== false)
  const count =
    initiatives.length < all
      ? `${initiatives.length} of ${counted(all, "initiative")}`
      : counted(all, "initiative")
  return `${count}${notes.length > 0 ? `, ${notes.join(", ")}` : ""}.${money}`
}
