import { formatInput } from "@/server/scoring/domain/format-score"
import type { Agreement } from "../scoring-data"

const two = (value: number) => value.toFixed(2).replace("-", "−")

/** "W 0.54: more alike than chance would have it (p 0.04)". */
export function orderWords({ order }: Agreement): string | null {
  if (!order) return null
  const chance = order.p < 0.001 ? "p under 0.001" : `p ${two(order.p)}`
  const words = order.p < 0.05 ? "more alike than chance" : "no more alike than chance might have it"
  return `W ${two(order.w)}: ${words} (${chance})`
}

/** "ICC 0.61, moderate; between 0.31 and 0.83 with 95 % confidence". */
export function numberWords({ value }: Agreement): string | null {
  if (!value) return null
  const interval =
    Number.isNaN(value.low) || value.low === null
      ? ""
      : `; between ${two(value.low)} and ${two(value.high)} with 95 % confidence`
  return `ICC ${two(value.value)}, ${value.band}${interval}`
}

/** Which people and items were measured, and who was left out because of holes. */
export function blockWords({ raters, items, scoredItems }: Agreement): string {
  const measured = raters.filter((rater) => rater.measured)
  const out = raters.filter((rater) => !rater.measured)
  const listed = (rows: typeof raters) => {
    const names = rows.map(({ name }) => name)
    return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "nobody")
  }
  const left = out.length > 0 ? ` ${listed(out)} left too many of them out to be compared.` : ""
  const part =
    items < scoredItems
      ? ` of ${formatInput(scoredItems)} scored items: the largest set in which nobody left one out.`
      : " items, all that are scored."
  return `Measured over ${listed(measured)} and ${formatInput(items)}${part}${left}`
}

type Disputed = Agreement["disputed"][number]

/** "Hugo Brandt gave 3, Ines Moreau 13". */
export function sidesWords({ low, high }: Disputed, words: (value: number) => string): string {
  const some = (people: readonly string[]) =>
    people.length > 2 ? `${people[0]} and ${people.length - 1} others` : people.join(" and ")
  return `${some(low.people)} gave ${words(low.value)}, ${some(high.people)} ${words(high.value)}`
}
