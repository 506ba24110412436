import { z } from "zod"
import { submitForApproval } from "@/server/approvals/submit-for-approval"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { ETHICS_QUESTIONS, ethicsPath, OUTCOME_LABELS } from "./domain/ethics"
import { checkpointOf, checkpointTargets, openCheckpoint, scopeOfCheckpoint } from "./internal/ethics-rows"
import { findChecked, subjectOf } from "./internal/ethics-subject"

/**
 * Asks for the decision on a canvas that answers everything and proposes an outcome. @throws RULE_BROKEN saying what is
 * open, CONFLICT, NOT_FOUND
 */
export const submitCheckpoint = command("privacy.submitCheckpoint", {
  permission: "ethics.edit",
  at: (ctx, { id }) => scopeOfCheckpoint(ctx, id),
  input: z.object({ id: z.uuid(), version: z.number().int().min(1) }),
  async run(ctx, { id, version }) {
    const row = await openCheckpoint(ctx, id, version)
    const subject = subjectOf(row)
    const checked = await findChecked(ctx, subject)
    const checkpoint = await checkpointOf(ctx, subject)
    const { answers, outcome, reason, conditions, obstacle, state } = checkpoint!
    if (obstacle !== null || outcome === null) throw ruleBroken(obstacle ?? "Propose a decision")
    if (state === "in_review") throw ruleBroken("It waits for the decision already")
    if (state === "decided") throw ruleBroken("This version is decided already")
    const name = `Ethics checkpoint of ${checked.title}`
    ctx.record({
      targets: checkpointTargets(id, checked),
      summary: `Handed in the ethics canvas of ${checked.name}: ${OUTCOME_LABELS[outcome]}`,
      after: { version, outcome },
    })
    const { requestId } = await submitForApproval(ctx, {
      kind: "ethics",
      subjectId: id,
      version,
      name,
      path: ethicsPath(checked.path),
      scope: checked.scope,
      content: {
        subject: checked.name === checked.title ? checked.title : `${checked.name} ${checked.title}`,
        highImpactBecause: row.declareReason,
        canvas: Object.fromEntries(
          Object.entries(ETHICS_QUESTIONS).map(([question, { ask }]) => [
            ask,
            answers[question as keyof typeof answers] ?? "",
          ]),
        ),
        decision: OUTCOME_LABELS[outcome],
        reason,
        conditions: conditions.map(({ key, title, owner, dueOn }) => ({
          item: key,
          title,
          owner: owner?.name ?? null,
          dueOn,
        })),
      },
      statement: `I have examined version ${version} of the canvas and decide: ${OUTCOME_LABELS[outcome].toLowerCase()}.`,
      contributors: row.editorIds.map((userId) => ({ userId, part: "editor" as const })),
    })
    return { id, requestId }
  },
})
