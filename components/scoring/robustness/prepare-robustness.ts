import { formatInput } from "@/server/scoring/domain/format-score"
import { MOST_COMPARED, shareText, WEIGHTING_HELP } from "@/server/scoring/domain/robustness"
import type { Drawn, Robustness } from "../scoring-data"

/** What was varied, as the end of a sentence: "First in 62 % of plausible weightings". */
export function drawnWords({ basis }: Pick<Drawn, "basis">, scorers?: number): string {
  if (basis === "weights") return "plausible weightings"
  return scorers ? `panels redrawn from the ${scorers} scorers` : "redrawn panels of scorers"
}

/** Which weightings count and where the numbers come from, in sentences. */
export function methodWords(robustness: Robustness): string[] {
  const { drawn, settings, compared, total, relative } = robustness
  if (!drawn) return []
  const { basis, exact, samples, seed, standardError } = drawn
  const how =
    basis === "weights"
      ? `${WEIGHTING_HELP[settings.weightings]}${settings.withSpread ? " Each value is drawn as well, between the lowest and the highest that people gave, most often near their median." : ""}`
      : "This method has no weights to vary. Instead every item is scored again by as many of its own scorers, taken at random, some twice and some not at all: what if other people like these had been asked?"
  const numbers = exact
    ? "With two criteria the shares are computed exactly."
    : `${formatInput(samples)} draws with the seed ${seed}, so the same view gives the same numbers; a share is known to ±${(standardError * 200).toFixed(1)} points.`
  return [
    how,
    ...(relative
      ? [
          `The scores are relative to this list: in each draw ${compared < total ? `these ${formatInput(compared)} items are scored together, without the others` : "all items are scored together"}.`,
        ]
      : []),
    numbers,
    "Equal scores share their ranks equally.",
    ...(compared < total
      ? [
          `${placesWords(robustness)} of ${formatInput(total)} ranked items are compared with each other; the others are left out.`,
        ]
      : []),
  ]
}

/** For the strip: that only part of the list was compared. */
export const comparedWords = (robustness: Pick<Robustness, "from" | "compared" | "total">) =>
  robustness.compared < robustness.total ? `, among the first ${formatInput(robustness.compared)}` : ""

/** "Places 201–400". */
export const placesWords = ({ from, compared }: Pick<Robustness, "from" | "compared">) =>
  `Places ${formatInput(from + 1)}–${formatInput(from + compared)}`

/** The slices of a ranking that can be compared, as choices; none where one holds them all. */
export function placesOptions(total: number): { value: string; label: string }[] {
  if (total <= MOST_COMPARED) return []
  return Array.from({ length: Math.ceil(total / MOST_COMPARED) }, (_, slice) => {
    const from = slice * MOST_COMPARED
    return {
      value: String(from),
      label: placesWords({ from, compared: Math.min(MOST_COMPARED, total - from) }),
    }
  }).filter(({ value }) => Number(value) < total - 1)
}

/** "FUL-9 passes FUL-3 when Time criticality weighs 28.8 % instead of 30 %." */
export function swapWords(robustness: Robustness, swap: Drawn["swaps"][number]): string {
  const { upper, lower, change } = swap
  if (!change) return `No single weight puts ${lower} before ${upper}.`
  const name = robustness.framework.definition.criteria.find(({ key }) => key === change.criterion)?.name
  const percent = (weight: number) => `${formatInput(Math.round(weight * 1000) / 10)} %`
  if (Math.abs(change.to - change.from) < 5e-4)
    return `${lower} and ${upper} change places with the slightest change of ${name}.`
  return `${lower} passes ${upper} when ${name} weighs ${percent(change.to)} instead of ${percent(change.from)}.`
}

/** The one sentence about the top of the list. */
export function leaderWords(robustness: Robustness, scorers?: number): string | null {
  const { drawn } = robustness
  if (!drawn) return null
  const [leader] = drawn.items
  if (!leader) return null
  const tied = drawn.items.filter(({ band }) => band !== null && band === leader.band)
  const { from, compared, total } = robustness
  const among = compared < total ? ` of places ${formatInput(from + 1)}–${formatInput(from + compared)}` : ""
  const share = `${leader.key} is first${among} in ${shareText(leader.first)} of ${drawnWords(drawn, scorers)}`
  return tied.length > 1
    ? `${share}; it is not separable from ${tied
        .slice(1, 4)
        .map(({ key }) => key)
        .join(", ")}${tied.length > 4 ? ` and ${tied.length - 4} more` : ""}`
    : share
}

/** "Central weights": the weights for which an item is first, largest first. */
export function centralWords(robustness: Robustness, item: Drawn["items"][number]): string | null {
  if (!item.central)
    return item.dominatedBy ? `${item.dominatedBy} is at least as good on every criterion` : null
  const { criteria } = robustness.framework.definition
  const name = (key: string) => criteria.find((criterion) => criterion.key === key)?.name ?? key
  return [...item.central]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map(({ criterion, weight }) => `${name(criterion)} ${Math.round(weight * 100)} %`)
    .join(", ")
}
