import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"
import { levelName, rankOf, type Scheme } from "./scheme"

type Levels = Pick<Scheme, "levels">

/** What an asset or product amounts to. `known` is null when nothing inside it has been classified. */
export type EffectiveLevel = {
  known: string | null
  /** "set" by a person, or reached by what is inside. */
  from: "set" | "inside" | "nothing"
  /** Parts that nobody has classified: with any, the true level may be higher than the known one. */
  unknownParts: number
}

/** The highest of the levels inside and the one that was set. Unknown never counts as the lowest level. */
export function effectiveLevel(
  scheme: Levels,
  setLevel: string | null,
  inside: readonly (string | null)[],
): EffectiveLevel {
  const highest = inside.reduce<string | null>(
    (top, level) => (rankOf(scheme, level) > rankOf(scheme, top) ? level : top),
    null,
  )
  const unknownParts = inside.filter((level) => rankOf(scheme, level) < 0).length
  const set = rankOf(scheme, setLevel)
  if (set >= 0 && set >= rankOf(scheme, highest)) return { known: setLevel, from: "set", unknownParts }
  return { known: highest, from: highest === null ? "nothing" : "inside", unknownParts }
}

/** True when a change takes protection away: to a lower level, or back to unknown. */
export const lowers = (scheme: Levels, before: string | null, after: string | null) =>
  rankOf(scheme, after) < rankOf(scheme, before)

/** A lowered level needs its reason, because somebody will ask for it. */
export function mayLower(
  scheme: Levels,
  before: string | null,
  after: string | null,
  reason: string,
): Verdict {
  if (!lowers(scheme, before, after) || reason.trim() !== "") return yes
  return no(
    `Say why the level goes down from ${levelName(scheme, before)} to ${levelName(scheme, after)}; the reason is recorded`,
  )
}

/** A level below what is inside would have no effect, and would read as if it had. */
export function maySetLevel(scheme: Levels, wanted: string | null, highestInside: string | null): Verdict {
  if (wanted === null || rankOf(scheme, wanted) >= rankOf(scheme, highestInside)) return yes
  return no(
    `${levelName(scheme, wanted)} is below ${levelName(scheme, highestInside)}, which is inside. Lower that first`,
  )
}
