import { asc, eq } from "drizzle-orm"
import { z } from "zod"
import { dodReviews } from "@/db/schema/dod"
import { users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { standingOf } from "./domain/checklist"
import { subjectSchema } from "./domain/deliverable"
import { diffTemplates } from "./domain/template"
import { type ChecklistRow, findChecklist, templatesOf } from "./internal/checklist-rows"
import { judgeChecklists } from "./internal/judge-checklists"
import { fetchSubject, scopeOfSubject } from "./internal/subject-facts"
import { publishedVersions } from "./internal/template-rows"

/**
 * The checklist of an item or a product, every check judged by the facts of this moment; `checklist` is null while
 * nobody has said what it delivers. `newer` is the published version that it could be moved to. @throws NOT_FOUND
 */
export const getChecklist = query("dod.getChecklist", {
  permission: "dod.read",
  at: (ctx, input) => scopeOfSubject(ctx, input.subject),
  input: z.object({ subject: subjectSchema }),
  async run(ctx, { subject: ref }) {
    const subject = await fetchSubject(ctx, ref)
    const [checklist, published] = await Promise.all([findChecklist(ctx, ref), publishedVersions(ctx)])
    const about = {
      name: subject.name,
      done: subject.done,
      ownerId: subject.ownerId,
      authorId: subject.authorId,
      /** Deliverables with a published Definition of Done. */
      deliverables: published.map(({ deliverable }) => deliverable),
    }
    if (!checklist) return { ...about, checklist: null }
    const [judged] = await judgeChecklists(ctx, [checklist])
    const rows = judged?.rows ?? []
    const newest = published.find(({ deliverable }) => deliverable === checklist.deliverable)
    const isNewer = newest !== undefined && newest.version > checklist.templateVersion
    return {
      ...about,
      checklist: {
        id: checklist.id,
        version: checklist.version,
        deliverable: checklist.deliverable,
        templateVersion: checklist.templateVersion,
        startedAt: checklist.startedAt,
        rows,
        standing: standingOf(rows),
        reviews: await reviewsOf(ctx, checklist.id),
        newer: isNewer ? await whatIsNew(ctx, checklist, newest) : null,
      },
    }
  },
})

async function whatIsNew(ctx: OpCtx, { templateId }: ChecklistRow, newest: { id: string; version: number }) {
  const templates = await templatesOf(ctx, [templateId, newest.id])
  const [before, after] = [templates.get(templateId), templates.get(newest.id)]
  if (!before || !after) return null
  const { added, removed, changed } = diffTemplates(before, after)
  return {
    version: newest.version,
    note: after.note,
    added: added.length,
    removed: removed.length,
    changed: changed.length,
    opens: changed.filter(({ keepsAnswers }) => !keepsAnswers).length,
  }
}

function reviewsOf(ctx: OpCtx, checklistId: string) {
  return ctx.db
    .select({
      id: dodReviews.id,
      accepted: dodReviews.accepted,
      independent: dodReviews.independent,
      note: dodReviews.note,
      byId: dodReviews.createdBy,
      byName: users.name,
      at: dodReviews.createdAt,
    })
    .from(dodReviews)
    .innerJoin(users, eq(users.id, dodReviews.createdBy))
    .where(own(ctx, dodReviews, eq(dodReviews.checklistId, checklistId)))
    .orderBy(asc(dodReviews.id))
    .limit(200)
}
