import type { Criterion } from "@/server/scoring/domain/criterion"
import { scaleBounds } from "@/server/scoring/domain/criterion"
import { formatInput } from "@/server/scoring/domain/format-score"
import { scalePosition } from "@/server/scoring/domain/scale-position"
import type { RoundEntry } from "@/server/workshops/domain/round-results"

export type PlotPlace = { value: number; label: string; left: number; people: string[] }
export type Plot = {
  places: PlotPlace[]
  ticks: { value: number; label: string; left: number }[]
  median: number | null
}

const percent = (criterion: Criterion, value: number) =>
  Math.round(scalePosition(criterion.scale, value) * 1000) / 10

/** The values people gave on one criterion, each at its place on the scale (0 to 100 %), with who gave it. */
export function preparePlot(
  criterion: Criterion,
  entries: readonly Pick<RoundEntry, "userId" | "inputs">[],
  nameOf: (userId: string) => string,
  median: number | null,
): Plot {
  const groups = new Map<number, string[]>()
  for (const { userId, inputs } of entries) {
    const value = inputs[criterion.key]
    if (typeof value === "number") groups.set(value, [...(groups.get(value) ?? []), nameOf(userId)])
  }
  const places = [...groups]
    .sort(([a], [b]) => a - b)
    .map(([value, people]) => ({
      value,
      label: formatInput(value),
      left: percent(criterion, value),
      people: people.sort((a, b) => a.localeCompare(b, "en")),
    }))
  const { min, max } = scaleBounds(criterion.scale)
  const marks =
    criterion.scale.kind === "choices"
      ? criterion.scale.choices.map(({ value }) => value).sort((a, b) => a - b)
      : [min, max]
  return {
    places,
    ticks: marks.map((value) => ({ value, label: formatInput(value), left: percent(criterion, value) })),
    median: median === null ? null : percent(criterion, median),
  }
}

/** The plot in words: "3 by Hugo Brandt; 13 by Ines Moreau and Priya Raman". */
export const plotWords = ({ places }: Plot) =>
  places.length === 0
    ? "nobody gave a value"
    : places.map(({ label, people }) => `${label} by ${listOf(people)}`).join("; ")

const listOf = (names: readonly string[]) =>
  names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "")
