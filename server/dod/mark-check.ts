import { z } from "zod"
import { dodAnswers } from "@/db/schema/dod"
import { linkUrlSchema } from "@/server/discussion/domain/link"
import { listMaterial } from "@/server/discussion/list-material"
import type { OpCtx } from "@/server/kernel/context"
import { newId } from "@/server/kernel/domain/id"
import { invalidField, notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import type { Answer } from "./domain/checklist"
import { type Subject, subjectSchema } from "./domain/deliverable"
import type { ManualCheck } from "./domain/template"
import { judgeChecklists } from "./internal/judge-checklists"
import { fetchChecklist, fetchManualCheck, judgeAgain } from "./internal/open-checklist"
import { fetchSubject, scopeOfSubject, targetOf } from "./internal/subject-facts"

const markSchema = z.object({
  subject: subjectSchema,
  checkKey: z.string().min(1).max(40),
  /** Where it can be seen: http or https. */
  evidenceUrl: linkUrlSchema.nullable().default(null),
  /** A file of the same item or product. */
  attachmentId: z.uuid().nullable().default(null),
  note: z.string().trim().max(2_000, "A note has at most 2,000 characters").default(""),
})
type Mark = z.output<typeof markSchema>

/** @throws INVALID naming what is missing */
function requireEvidence({ evidence, title }: ManualCheck, { evidenceUrl, attachmentId }: Mark): void {
  if (evidence === "link" && !evidenceUrl)
    throw invalidField("evidenceUrl", `Give the link that shows “${title}”`)
  if (evidence === "file" && !attachmentId)
    throw invalidField("attachmentId", `Choose the file that shows “${title}”`)
  if (evidence === "either" && !evidenceUrl && !attachmentId)
    throw invalidField("evidenceUrl", `Give a link or choose a file that shows “${title}”`)
}

const saysAgain = (answer: Answer | null, { evidenceUrl, attachmentId, note }: Mark): boolean =>
  answer?.evidenceUrl === evidenceUrl && (answer.file?.id ?? null) === attachmentId && answer.note === note

/** A file of the subject itself: evidence of something else is none. @throws NOT_FOUND */
async function requireFile(ctx: OpCtx, subject: Subject, attachmentId: string): Promise<string> {
  const { files } = await listMaterial(ctx, { subject })
  const file = files.find(({ id, removedAt }) => id === attachmentId && removedAt === null)
  if (!file) throw notFound("The file")
  return file.fileName
}

/**
 * Marks a manual check as met, with its evidence; marking it again replaces evidence and note, and keeps the former.
 * @throws INVALID without the evidence it needs, RULE_BROKEN for a computed check, NOT_FOUND.
 */
export const markCheck = command("dod.markCheck", {
  permission: "dod.check",
  at: (ctx, input) => scopeOfSubject(ctx, input.subject),
  input: markSchema,
  async run(ctx, input) {
    const { subject: ref, checkKey, evidenceUrl, attachmentId, note } = input
    const subject = await fetchSubject(ctx, ref)
    const checklist = await fetchChecklist(ctx, ref)
    const check = await fetchManualCheck(ctx, checklist, checkKey)
    requireEvidence(check, input)
    const file = attachmentId && (await requireFile(ctx, ref, attachmentId))
    const [judged] = await judgeChecklists(ctx, [checklist])
    const before = judged?.rows.find(({ key }) => key === checkKey)
    if (before?.state === "met" && saysAgain(before.answer, input)) return { state: before.state }
    await ctx.db.insert(dodAnswers).values({
      workspaceId: ctx.workspaceId,
      id: newId(),
      checklistId: checklist.id,
      checkKey,
      kind: "done",
      evidenceUrl,
      attachmentId,
      note,
      createdBy: ctx.userId,
      createdAt: ctx.now,
    })
    ctx.record({
      targets: [targetOf(subject)],
      summary: `Marked “${check.title}” of ${subject.name} as met`,
      after: {
        check: checkKey,
        ...(evidenceUrl && { evidenceUrl }),
        ...(file && { file }),
        ...(note && { note }),
      },
    })
    const { rows } = await judgeAgain(ctx, ref)
    return { state: rows.find(({ key }) => key === checkKey)?.state ?? "open" }
  },
})
