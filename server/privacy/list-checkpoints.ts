import { z } from "zod"
import type { Subject } from "@/server/discussion/subjects"
import { holds } from "@/server/kernel/domain/grants"
import { pageInput } from "@/server/kernel/domain/page"
import { query } from "@/server/kernel/operation"
import { ETHICS_STATES, type EthicsState, ethicsFilter, isOpenCondition, TO_FILL_IN } from "./domain/ethics"
import { selectCheckpoints } from "./internal/ethics-rows"
import { subjectsOf } from "./internal/ethics-subject"

const ORDER = new Map(ETHICS_STATES.map((state, index) => [state, index]))

type Row = Awaited<ReturnType<typeof selectCheckpoints>>[number]

/** What a list shows of a checkpoint, without its answers. */
function listed(row: Row, { name, title, path }: Subject) {
  const { id, highImpact, state, outcome, conditions, version, approval, updatedAt, obstacle } = row
  return {
    id,
    highImpact,
    state,
    outcome,
    version,
    updatedAt,
    obstacle,
    decidedAt: approval?.decidedAt ?? null,
    conditions: conditions.length,
    openConditions: conditions.filter(isOpenCondition).length,
    subject: { type: row.productId ? ("product" as const) : ("item" as const), name, title, path },
  }
}

/**
 * One page of everything about which somebody declared its impact, what is due first. `total` and the counts beside it
 * are of everything that the filter finds. States follow from answers and approvals, so all are read.
 */
export const listCheckpoints = query("privacy.listCheckpoints", {
  permission: "privacy.read",
  at: "rows",
  input: z.object({
    filter: ethicsFilter.prefault({}),
    ...pageInput,
  }),
  async run(ctx, { filter: { search, states }, offset, limit }) {
    const rows = await selectCheckpoints(ctx)
    const subjects = await subjectsOf(ctx, rows)
    const typed = search.toLowerCase()
    const found = rows
      .flatMap((row) => {
        const subject = subjects.get(row.productId ?? row.itemId ?? "")
        if (!subject || !holds(ctx.caller.grants, "privacy.read", subject.scope)) return []
        const named = `${subject.name}\n${subject.title}`.toLowerCase().includes(typed)
        return named && (states.length === 0 || states.includes(row.state)) ? [listed(row, subject)] : []
      })
      .sort(
        (a, b) =>
          ORDER.get(a.state)! - ORDER.get(b.state)! ||
          a.subject.title.localeCompare(b.subject.title, "en") ||
          a.id.localeCompare(b.id),
      )
    const of = (...wanted: EthicsState[]) => found.filter(({ state }) => wanted.includes(state)).length
    return {
      checkpoints: found.slice(offset, offset + limit),
      total: found.length,
      decided: of("decided"),
      toFill: of(...TO_FILL_IN),
      openConditions: found.reduce((sum, row) => sum + row.openConditions, 0),
    }
  },
})
