import {
  admit,
  fullWords,
  groupName,
  type LaneBy,
  type Placed,
  refusalWords,
  type WipGroup,
} from "@/server/backlog/domain/wip"
import type { BoardCard, WipLimits } from "../item-data"

type Limit = WipLimits["limits"][number]

const placed = (card: BoardCard): Placed => ({ ...card, archivedAt: null })

const ruleOf = ({ status, per, kind, limit }: Limit) => ({ status, per, kind, limit })

/** What the limits say of a card that becomes `after`: the server's own rule, asked before the drop. */
export function judgeMove(limits: WipLimits | undefined, before: BoardCard, after: BoardCard) {
  const all = limits?.limits ?? []
  const held = new Map<string, number>()
  const names = new Map<string, string | null>()
  for (const limit of all) {
    for (const { lane, name, held: count } of limit.groups) {
      const group = groupName({ rule: ruleOf(limit), lane })
      held.set(group, count)
      names.set(group, name)
    }
  }
  const passage = { id: before.id, before: placed(before), after: placed(after) }
  const { refused, overruns } = admit(all.map(ruleOf), held, [passage])
  const nameOf = (group: WipGroup) => names.get(groupName(group)) ?? null
  const full = refused.get(before.id)
  return {
    refusal: full ? refusalWords(full.group, full.held, nameOf(full.group)) : undefined,
    warning: overruns[0]
      ? fullWords(overruns[0].group, overruns[0].held, nameOf(overruns[0].group))
      : undefined,
  }
}

export type LimitState = { text: string; title: string; state: "over" | "full" | "room" }

function stateOf(limit: Limit, held: number): LimitState {
  const state = held > limit.limit ? "over" : held === limit.limit ? "full" : "room"
  const kind = limit.kind === "hard" ? "nothing more comes in" : "more only with a warning"
  const title = `${held} of at most ${limit.limit}, ${kind}`
  return { text: `${held}/${limit.limit}`, title, state }
}

/** The limit of a column as a whole, as its head shows it; everybody's items count, whatever the filter. */
export function columnLimit(limits: WipLimits | undefined, column: string): LimitState | null {
  const limit = limits?.limits.find((one) => one.status === column && one.per === "column")
  return limit ? stateOf(limit, limit.groups[0]?.held ?? 0) : null
}

/** The limit of one lane in a column. */
export function laneLimit(
  limits: WipLimits | undefined,
  column: string,
  by: LaneBy | null,
  lane: string | null,
): LimitState | null {
  const limit = limits?.limits.find((one) => one.status === column && one.per === by)
  if (!limit || lane === null) return null
  return stateOf(limit, limit.groups.find((group) => group.lane === lane)?.held ?? 0)
}
