import { median } from "@/server/scoring/domain/combine"
import type { Criterion } from "@/server/scoring/domain/criterion"
import { formatInput } from "@/server/scoring/domain/format-score"
import type { Outcome } from "@/server/workshops/domain/outcome"
import type { RoundEntry } from "@/server/workshops/domain/round-results"
import type { Workshop } from "../workshop-data"

type Fact = Workshop["facts"][number]

/** One line of the course of events: who did what. */
export function factWords({ kind, round, by, note }: Pick<Fact, "kind" | "round" | "by" | "note">): string {
  const who = by ?? "Somebody who left"
  switch (kind) {
    case "opened":
      return `${who} opened the workshop`
    case "scoring":
      return round > 1
        ? `${who} had items scored again, in round ${round}`
        : `${who} started the silent scoring`
    case "revealed":
      return `${who} revealed the scores of round ${round}`
    case "deciding":
      return `${who} went on to decide`
    case "resumed":
      return `${who} went back to the discussion`
    case "taken_over":
      return `${who} took over from ${note}, who was away`
    case "decided":
      return `${who} closed the workshop with the decision`
    case "ended":
      return `${who} ended the workshop without a decision`
    case "adopted":
      return `${who} adopted the order for the backlog`
  }
}

/** Agreement after each round; an older record knows the first and the last. */
export function agreementByRound({ agreement }: Pick<Outcome, "agreement">) {
  const { before, after, rounds } = agreement
  if (!rounds)
    return [
      { title: "Round 1", agreement: before },
      { title: "In the end", agreement: after },
    ]
  if (rounds.length < 2) return [{ title: "Scoring", agreement: before }]
  return rounds.map((agreement, index) => ({ title: `Round ${index + 1}`, agreement }))
}

export type RoundCell = { median: string; range: string; who: string }

/** The values of one criterion in one round: median, ends, and who gave what. Null when nobody gave one. */
export function roundCell(
  { key }: Pick<Criterion, "key">,
  entries: readonly RoundEntry[],
  nameOf: (userId: string) => string,
): RoundCell | null {
  const given = entries.flatMap(({ userId, inputs }) => {
    const value = inputs[key]
    return typeof value === "number" ? [{ name: nameOf(userId), value }] : []
  })
  const middle = median(given.map(({ value }) => value))
  if (middle === null) return null
  const values = given.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return {
    median: formatInput(middle),
    range: low === high ? "" : `${formatInput(low)}–${formatInput(high)}`,
    who: given.map(({ name, value }) => `${name} ${formatInput(value)}`).join(", "),
  }
}
