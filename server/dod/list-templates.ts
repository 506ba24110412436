import { sql } from "drizzle-orm"
import { z } from "zod"
import { dodChecklists, dodTemplates } from "@/db/schema/dod"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { CHECKS } from "./checks"
import { DELIVERABLES } from "./domain/deliverable"
import { selectTemplates } from "./internal/template-rows"

/**
 * Every deliverable with the version in use, its draft and the number of checklists that follow an older version; and
 * the computed checks that there are.
 */
export const listTemplates = query("dod.listTemplates", {
  permission: "dod.read",
  at: "rows",
  input: z.object({}),
  async run(ctx) {
    const [rows, uses] = await Promise.all([
      selectTemplates(
        ctx,
        sql`(${dodTemplates.state} = 'draft' or ${dodTemplates.version} = (select max(p.version) from ${dodTemplates} p
          where p.workspace_id = ${ctx.workspaceId} and p.deliverable = ${dodTemplates.deliverable} and p.state = 'published'))`,
      ),
      ctx.db
        .select({ templateId: dodChecklists.templateId, count: sql<number>`count(*)::int` })
        .from(dodChecklists)
        .where(own(ctx, dodChecklists))
        .groupBy(dodChecklists.templateId),
    ])
    const versions = await ctx.db
      .select({ id: dodTemplates.id, deliverable: dodTemplates.deliverable })
      .from(dodTemplates)
      .where(own(ctx, dodTemplates))
    const usedBy = new Map(uses.map(({ templateId, count }) => [templateId, count]))
    return {
      templates: DELIVERABLES.map((deliverable) => {
        const published = rows.find((row) => row.deliverable === deliverable && row.state === "published")
        const draft = rows.find((row) => row.deliverable === deliverable && row.state === "draft")
        const checklists = versions
          .filter((row) => row.deliverable === deliverable)
          .map(({ id }) => ({ id, count: usedBy.get(id) ?? 0 }))
        const total = checklists.reduce((sum, { count }) => sum + count, 0)
        return {
          deliverable,
          published: published
            ? {
                version: published.version,
                checks: published.definition.checks.length,
                computed: published.definition.checks.filter(({ kind }) => kind === "computed").length,
                publishedByName: published.publishedByName,
                publishedAt: published.publishedAt,
              }
            : null,
          draft: draft
            ? { version: draft.version, changedByName: draft.changedByName, changedAt: draft.changedAt }
            : null,
          checklists: total,
          /** Checklists that still follow an earlier version. */
          behind: published ? total - (usedBy.get(published.id) ?? 0) : 0,
        }
      }),
      checks: CHECKS.map(({ evaluate: _, ...kind }) => kind),
    }
  },
})
