import { z } from "zod"
import { SUBJECTS } from "@/server/discussion/subjects"
import { holds } from "@/server/kernel/domain/grants"
import { query } from "@/server/kernel/operation"
import { ETHICS_STATES } from "./domain/ethics"
import { selectCheckpoints } from "./internal/ethics-rows"

const ORDER = new Map(ETHICS_STATES.map((state, index) => [state, index]))

/** Everything about which somebody declared its impact, what is due first. */
export const listCheckpoints = query("privacy.listCheckpoints", {
  permission: "privacy.read",
  at: "rows",
  input: z.object({ states: z.array(z.enum(ETHICS_STATES)).max(ETHICS_STATES.length).default([]) }),
  async run(ctx, { states }) {
    const rows = await selectCheckpoints(ctx)
    const [products, items] = await Promise.all([
      SUBJECTS.product.find(
        ctx,
        rows.flatMap(({ productId }) => productId ?? []),
      ),
      SUBJECTS.item.find(
        ctx,
        rows.flatMap(({ itemId }) => itemId ?? []),
      ),
    ])
    const subjects = new Map([...products, ...items].map((subject) => [subject.id, subject]))
    return rows
      .flatMap((row) => {
        const subject = subjects.get(row.productId ?? row.itemId ?? "")
        const readable = subject && holds(ctx.caller.grants, "privacy.read", subject.scope)
        if (!readable || (states.length > 0 && !states.includes(row.state))) return []
        const { id, highImpact, state, outcome, conditions, version, approval, updatedAt, obstacle } = row
        const { name, title, path } = subject
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
          openConditions: conditions.filter(({ status }) => status !== "done" && status !== "dropped").length,
          subject: { type: row.productId ? ("product" as const) : ("item" as const), name, title, path },
        }
      })
      .sort(
        (a, b) =>
          ORDER.get(a.state)! - ORDER.get(b.state)! || a.subject.title.localeCompare(b.subject.title, "en"),
      )
  },
})
