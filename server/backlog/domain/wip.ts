import { z } from "zod"
import { ITEM_STATUS_LABELS, type ItemStatus, type ItemType, OPEN_STATUSES } from "./item"

/** What divides a board into lanes. */
export const LANES = ["owner", "product", "type", "label", "parent"] as const
export type LaneBy = (typeof LANES)[number]

export const LANE_LABELS: Record<LaneBy, string> = {
  owner: "owner",
  product: "product",
  type: "kind",
  label: "label",
  parent: "parent",
}

const MAX_LIMIT = 10_000

/** A limit of one column: across all lanes ("column"), or for each owner, product … by itself. */
const wipRuleSchema = z.object({
  status: z.enum(OPEN_STATUSES as [ItemStatus, ...ItemStatus[]]),
  per: z.enum(["column", ...LANES]),
  kind: z.enum(["soft", "hard"]),
  limit: z
    .number()
    .int("A limit is a whole number")
    .min(1, "A limit is at least 1; take it away for no limit")
    .max(MAX_LIMIT, `A limit is at most ${MAX_LIMIT.toLocaleString("en-GB")}`),
})

/** All limits of a board. A column without a rule has none. */
export const wipRulesSchema = z
  .array(wipRuleSchema)
  .max(OPEN_STATUSES.length * (LANES.length + 1))
  .superRefine((rules, ctx) => {
    const seen = new Set<string>()
    rules.forEach(({ status, per }, index) => {
      const name = `${status} ${per}`
      if (seen.has(name)) {
        const where = per === "column" ? "" : ` per ${LANE_LABELS[per]}`
        ctx.addIssue({
          code: "custom",
          path: [index, "limit"],
          message: `${ITEM_STATUS_LABELS[status]} has two limits${where}; keep one`,
        })
      }
      seen.add(name)
    })
  })

export type WipRule = z.infer<typeof wipRuleSchema>

/** What decides in which groups an item counts. Items in the archive count nowhere. */
export type Placed = {
  status: ItemStatus
  type: ItemType
  ownerId: string | null
  productId: string | null
  parentId: string | null
  labels: readonly string[]
  archivedAt: string | null
}

/** The lanes an item lies in: one, several by label, none when it has no owner, product … */
export function lanesOf(item: Omit<Placed, "status" | "archivedAt">, by: LaneBy): readonly string[] {
  if (by === "label") return item.labels
  if (by === "type") return [item.type]
  const id = { owner: item.ownerId, product: item.productId, parent: item.parentId }[by]
  return id === null ? [] : [id]
}

/** A rule in one lane, or (lane null) in the column: what is counted against the limit. */
export type WipGroup = { rule: WipRule; lane: string | null }

export const groupName = ({ rule, lane }: WipGroup) => `${rule.status} ${rule.per} ${lane ?? ""}`

/** The limited groups an item counts in. Without an owner it counts in no owner's lane, and so on. */
export function groupsOf(item: Placed, rules: readonly WipRule[]): WipGroup[] {
  if (item.archivedAt !== null) return []
  return rules
    .filter((rule) => rule.status === item.status)
    .flatMap((rule): WipGroup[] =>
      rule.per === "column"
        ? [{ rule, lane: null }]
        : lanesOf(item, rule.per).map((lane) => ({ rule, lane })),
    )
}

/** Why nothing more comes into a full group. `laneName` is the lane in words. */
export function fullWords({ rule, lane }: WipGroup, held: number, laneName?: string | null): string {
  const column = ITEM_STATUS_LABELS[rule.status]
  const where =
    lane === null ? column : `${column} of ${laneName ?? `this ${LANE_LABELS[rule.per as LaneBy]}`}`
  return `${where} holds ${held} of at most ${rule.limit}`
}

/** The same with the way out, as the server refuses it. */
export const refusalWords = (group: WipGroup, held: number, laneName?: string | null) =>
  `${fullWords(group, held, laneName)}. Finish or move an item out of it first`

/** A change of where an item is. `itemId` where `id` names something else, such as a row of an import. */
export type Passage = { id: string; itemId?: string; before: Placed | null; after: Placed }
export type Overrun = { group: WipGroup; held: number }

/**
 * Which of several changes fit the limits, in their order. `held` says how many items a group holds before any of
 * them. Items that leave make room first; an item that stays in a group is never refused for it, however full it is.
 * `refused` names the hard limit that stands in the way, `overruns` the soft ones that are exceeded afterwards.
 */
export function admit(
  rules: readonly WipRule[],
  held: ReadonlyMap<string, number>,
  passages: readonly Passage[],
): { refused: Map<string, { group: WipGroup; held: number }>; overruns: Overrun[] } {
  const count = new Map(held)
  const add = (group: WipGroup, by: number) =>
    count.set(groupName(group), (count.get(groupName(group)) ?? 0) + by)
  const steps = passages.map((passage) => stepOf(passage, rules))
  for (const { left, entered } of steps) {
    // One that only passes on may be refused itself, and then makes no room.
    if (!entered.some(({ rule }) => rule.kind === "hard")) for (const group of left) add(group, -1)
  }
  const refused = new Map<string, { group: WipGroup; held: number }>()
  const overruns = new Map<string, Overrun>()
  for (const { id, left, entered } of steps) {
    const full = entered.find(
      (group) => group.rule.kind === "hard" && (count.get(groupName(group)) ?? 0) >= group.rule.limit,
    )
    if (full) {
      refused.set(id, { group: full, held: count.get(groupName(full)) ?? 0 })
      continue
    }
    if (entered.some(({ rule }) => rule.kind === "hard")) for (const group of left) add(group, -1)
    for (const group of entered) {
      add(group, 1)
      const now = count.get(groupName(group))!
      if (group.rule.kind === "soft" && now > group.rule.limit)
        overruns.set(groupName(group), { group, held: now })
    }
  }
  return { refused, overruns: [...overruns.values()] }
}

function stepOf({ id, before, after }: Passage, rules: readonly WipRule[]) {
  const from = before ? groupsOf(before, rules) : []
  const to = groupsOf(after, rules)
  const names = (groups: readonly WipGroup[]) => new Set(groups.map(groupName))
  const [was, is] = [names(from), names(to)]
  return {
    id,
    left: from.filter((group) => !is.has(groupName(group))),
    entered: to.filter((group) => !was.has(groupName(group))),
  }
}
