import { ITEM_STATUS_LABELS, OPEN_STATUSES } from "@/server/backlog/domain/item"
import { LANES, type WipRule, wipRulesSchema } from "@/server/backlog/domain/wip"
import type { WipLimits } from "../item-data"

/** One limit as it is filled in. */
export type LimitDraft = Pick<WipRule, "status" | "per"> & { kind: WipRule["kind"] | "none"; limit: string }

/** Every limit there can be, with what is set. */
export function draftOf({ limits }: WipLimits): LimitDraft[] {
  return OPEN_STATUSES.flatMap((status) =>
    (["column", ...LANES] as const).map((per) => {
      const set = limits.find((limit) => limit.status === status && limit.per === per)
      return { status, per, kind: set?.kind ?? "none", limit: set ? String(set.limit) : "" }
    }),
  )
}

/** The limits to save, or what is wrong with one. */
export function rulesOf(drafts: readonly LimitDraft[]): { rules: WipRule[] } | { problem: string } {
  const rules: WipRule[] = []
  for (const { status, per, kind, limit } of drafts) {
    if (kind === "none") continue
    const name = ITEM_STATUS_LABELS[status]
    if (!/^\d+$/.test(limit.trim())) return { problem: `${name} needs a whole number as its limit` }
    rules.push({ status, per, kind, limit: Number(limit) })
  }
  const parsed = wipRulesSchema.safeParse(rules)
  return parsed.success
    ? { rules: parsed.data }
    : { problem: parsed.error.issues[0]?.message ?? "Check the limits" }
}
