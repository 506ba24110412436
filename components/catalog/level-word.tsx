import { Chip } from "@/components/ui/chip"
import type { EffectiveLevel } from "@/server/catalog/domain/level-rules"
import { levelName, type Scheme } from "@/server/catalog/domain/scheme"
import { levelState, levelWords } from "./prepare-catalog"

type Levels = Pick<Scheme, "levels">

/** A level as a chip: unknown is told apart from every level. */
export function LevelChip({ scheme, levelKey }: { scheme: Levels; levelKey: string | null }) {
  return <Chip state={levelState(scheme, levelKey)}>{levelName(scheme, levelKey)}</Chip>
}

/** What an asset or product amounts to: "At least Confidential" while something inside is unknown. */
export function EffectiveChip({ scheme, level }: { scheme: Levels; level: EffectiveLevel }) {
  return <Chip state={levelState(scheme, level.known)}>{levelWords(scheme, level)}</Chip>
}
