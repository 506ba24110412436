import { sql } from "drizzle-orm"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"
import { productIdsWithin } from "@/server/products/within-reach"
import { changedFacts } from "./changed-facts"
import { changeWords } from "./domain/known-facts"

const MOST = 100

type Covered = { kind: "assessment" | "screening"; id: string; name: string; path: string }

/**
 * What was handed in for a whole product and counts for it: for its author or the product's owner, who look at it again,
 * and for officers, who judge whether it still covers what changed.
 */
function covered(ctx: OpCtx): Promise<Covered[]> {
  const within = productIdsWithin(ctx, "dpia.advise")
  const advised = within ? sql`p.id in ${within}` : sql`true`
  return rowsOf<Covered>(
    ctx.db,
    sql`select 'assessment' as kind, x.id, 'DPIA-' || x.number || ' ' || x.name as name,
        '/privacy/assessments/DPIA-' || x.number as path
      from assessments x join products p on p.workspace_id = x.workspace_id and p.id = x.product_id
      where x.workspace_id = ${ctx.workspaceId} and x.item_id is null and x.archived_at is null
        and x.submitted_version = x.version and (x.author_id = ${ctx.userId} or ${advised})
      union all
      select 'screening', s.id, 'the screening of ' || p.name, '/privacy/screenings/products/' || p.slug
      from screenings s join products p on p.workspace_id = s.workspace_id and p.id = s.product_id
      where s.workspace_id = ${ctx.workspaceId} and s.submitted_at is not null
        and (p.owner_id = ${ctx.userId} or ${advised})
        and not exists (select 1 from assessments x where x.workspace_id = s.workspace_id
          and x.product_id = p.id and x.item_id is null and x.archived_at is null)
      order by 3`,
  )
}

/** Screenings and assessments that were handed in before what is known of their data changed. */
export async function waitingFacts(ctx: OpCtx): Promise<WaitingThing[]> {
  const rows = await covered(ctx)
  const idsOf = (kind: Covered["kind"]) => rows.filter((row) => row.kind === kind).map(({ id }) => id)
  const [assessed, screened] = await Promise.all([
    changedFacts(ctx, "assessment", idsOf("assessment")),
    changedFacts(ctx, "screening", idsOf("screening")),
  ])
  return rows
    .flatMap(({ kind, id, name, path }): WaitingThing[] => {
      const changes = (kind === "assessment" ? assessed : screened).get(id)
      if (!changes) return []
      return [
        {
          kind: "assessment",
          id: `facts ${id}`,
          title: `Look at ${name} again`,
          detail: `Since it was handed in: ${changeWords(changes)}`,
          state: "facts changed",
          action: { label: "See what changed", href: `/${ctx.caller.workspace?.slug ?? ""}${path}` },
        },
      ]
    })
    .slice(0, MOST)
}
