import { counted } from "@/server/kernel/domain/counted"
import { formatInput, nameScore } from "@/server/scoring/domain/format-score"
import type { Framework } from "@/server/scoring/domain/framework"
import type { Agreement } from "@/server/workshops/domain/round-agreement"
import { countedEntries, rankEntries } from "@/server/workshops/domain/round-results"
import { PHASE_LABELS, type WorkshopPhase } from "@/server/workshops/domain/workshop"
import type { Workshop, WorkshopItem, WorkshopPeople } from "./workshop-data"

/** "Silent scoring, round 2" */
export function phaseWords({ phase, round }: Pick<Workshop, "phase" | "round">): string {
  const rounds = phase === "scoring" || phase === "discussing"
  return rounds && round > 1 ? `${PHASE_LABELS[phase]}, round ${round}` : PHASE_LABELS[phase]
}

/** "8 items with WSJF version 3, Ines Moreau facilitates." */
export function workshopState({ items, framework, facilitator }: Workshop): string {
  const { definition, version } = framework
  return `${counted(items.length, "item")} with ${definition.name} version ${version}, ${facilitator.name} facilitates.`
}

export const STEPS: readonly WorkshopPhase[] = ["lobby", "scoring", "discussing", "deciding", "closed"]

/** What is left on the timer as m:ss; null without a timer. "0:00" when it is over. */
export function timeLeft(endsAt: string | null, now: number): string | null {
  if (!endsAt) return null
  const seconds = Math.max(0, Math.ceil((Date.parse(endsAt) - now) / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
}

/** The items of the round under way that this person may score. */
export function itemsToScore({ items, round }: Pick<Workshop, "items" | "round">): WorkshopItem[] {
  return items.filter(
    ({ fate, lastRound, mayScore }) => fate === "here" && mayScore && (round < 2 || lastRound === round),
  )
}

export type Progress = { joined: number; finished: number; here: number; total: number }

/** How far the room is. `total`: items of the round. */
export function progressOf({ people }: WorkshopPeople, { items, round }: Workshop): Progress {
  const joined = people.filter((person) => person.joined)
  const total = items.filter(
    ({ fate, lastRound }) => fate === "here" && (round < 2 || lastRound === round),
  ).length
  return {
    joined: joined.length,
    finished: joined.filter(({ finished }) => finished).length,
    here: people.filter(({ present }) => present).length,
    total,
  }
}

/** "3 of 5 are done" */
export const progressWords = ({ finished, joined }: Progress) =>
  finished === joined && joined > 0
    ? `All ${joined} are done`
    : `${finished} of ${joined} ${finished === 1 ? "is" : "are"} done`

export type OrderRow = {
  item: WorkshopItem
  rank: number | null
  /** Score as shown; a dash where there is none. */
  score: string
  sentence: string
  lifts: string | null
  holdsDown: string | null
  tie: string | null
  /** Rank after each round but the last, where there were several. */
  earlier: (number | null)[]
  /** Places won (positive) or lost against the order at the opening. */
  change: number
}

/** The order that the revealed rounds come to: the ranked items first, the others as the facilitator ordered them. */
export function orderRows(workshop: Workshop): OrderRow[] {
  const { framework, items, rounds } = workshop
  const { definition } = framework
  const entries = rounds.map((round) => round.entries)
  const now = rankEntries(definition, items, countedEntries(entries))
  const before = entries.slice(1).map((_, index) => {
    const { ranked } = rankEntries(definition, items, countedEntries(entries.slice(0, index + 1)))
    return new Map(ranked.map(({ id, rank }) => [id, rank]))
  })
  const byId = new Map(items.map((item) => [item.itemId, item]))
  const earlier = (id: string) => before.map((ranks) => ranks.get(id) ?? null)
  const ranked = now.ranked.map((row): OrderRow => {
    const item = byId.get(row.id)!
    const { result } = row.combined
    return {
      item,
      rank: row.rank,
      score: nameScore(definition.method, result.status === "scored" ? result : row),
      sentence: result.status === "scored" ? result.sentence : "",
      lifts: row.lifts,
      holdsDown: row.holdsDown,
      tie: row.tie,
      earlier: earlier(row.id),
      change: item.place - row.rank,
    }
  })
  const unscored = now.unscored
    .map(({ id, reason }) => ({ item: byId.get(id)!, reason }))
    .sort((a, b) => a.item.place - b.item.place)
    .map(
      ({ item, reason }): OrderRow => ({
        item,
        rank: null,
        score: "–",
        sentence: reason,
        lifts: null,
        holdsDown: null,
        tie: null,
        earlier: earlier(item.itemId),
        change: 0,
      }),
    )
  return [...ranked, ...unscored]
}

/** "up 3", "down 1", "same place" */
export function changeWords(change: number): string {
  if (change === 0) return "same place"
  return change > 0 ? `up ${change}` : `down ${-change}`
}

const twoDigits = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** A measure of agreement as a person reads it; why there is none when there is none. */
export function agreementWords({ scorers, items, w, icc }: Agreement): { order: string; number: string } {
  const few = scorers < 2 ? "not enough scorers" : items < 3 ? "not enough items scored by all" : "undefined"
  return {
    order: w === null ? few : twoDigits.format(w),
    number: icc === null ? few : twoDigits.format(icc),
  }
}

/** "3 to 13" for the ends of a criterion. */
export const rangeWords = (low: number, high: number) => `${formatInput(low)} to ${formatInput(high)}`

/** "3 to 13, median 8"; where there is no gap, why. */
export function gapWords(gap: { low: number; high: number } | undefined, median: number | null): string {
  if (!gap) return median === null ? "nobody gave a value" : "one value"
  if (gap.low === gap.high) return "all the same"
  return `${rangeWords(gap.low, gap.high)}${median === null ? "" : `, median ${formatInput(median)}`}`
}

/** What happened to an item since the workshop opened; null when it is as it was. */
export function fateWords({ fate, moved, status, productName }: WorkshopItem): string | null {
  if (fate === "gone") return "deleted meanwhile"
  if (fate === "archived") return "archived meanwhile"
  if (status === "done" || status === "dropped") return `${status} meanwhile`
  return moved ? `moved to ${productName ?? "no product"}` : null
}

/** The values a criterion offers as buttons: its choices, or the whole steps of a short range. Null: typed. */
export function choicesOf(
  criterion: Framework["criteria"][number],
): { value: number; label: string }[] | null {
  const { scale } = criterion
  if (scale.kind === "choices") {
    const sorted = [...scale.choices].sort((a, b) => a.value - b.value)
    return sorted.map(({ value, label }) => ({ value, label: label === formatInput(value) ? "" : label }))
  }
  const step = scale.step ?? (scale.integer ? 1 : 0)
  if (!step || (scale.max - scale.min) / step > 12) return null
  const steps = Math.round((scale.max - scale.min) / step)
  return Array.from({ length: steps + 1 }, (_, index) => ({
    value: Number((scale.min + index * step).toPrecision(12)),
    label: "",
  }))
}
