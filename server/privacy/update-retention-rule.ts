import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { retentionRules } from "@/db/schema/privacy-retention"
import { own } from "@/server/kernel/database"
import { changedFields, inWords } from "@/server/kernel/domain/changed-fields"
import { conflict, invalidField } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { type RetentionRuleFields, retentionRuleChanges } from "./domain/retention-rule"
import { fetchRule } from "./internal/retention-rows"
import { knownClass, orNameTaken } from "./internal/rule-checks"

const LABELS: Record<keyof RetentionRuleFields, string> = {
  name: "name",
  classKey: "class",
  purpose: "purpose",
  basis: "legal basis",
  startEvent: "start",
  periodAmount: "period",
  periodUnit: "unit of the period",
  repeatMonths: "interval",
  action: "action",
}
/** A change of these moves due dates or what is deleted. */
const WEIGHTY = new Set(["startEvent", "periodAmount", "periodUnit", "repeatMonths", "action"])

/**
 * Changes a rule, at once for every asset it holds for. Period, start and action need a reason.
 * @throws CONFLICT with the rule as it stands when somebody else saved first.
 */
export const updateRetentionRule = command("privacy.updateRetentionRule", {
  permission: "retention.edit",
  input: z.object({
    id: z.uuid(),
    version: z.number().int().min(1),
    changes: retentionRuleChanges,
    reason: z.string().trim().max(2000).default(""),
  }),
  async run(ctx, { id, version, changes, reason }) {
    const row = await fetchRule(ctx, id)
    if (row.version !== version) throw conflict("The retention rule", row)
    const { name, classKey, purpose, basis, startEvent, periodAmount, periodUnit, repeatMonths, action } = row
    const fields = {
      name,
      classKey,
      purpose,
      basis,
      startEvent,
      periodAmount,
      periodUnit,
      repeatMonths,
      action,
    }
    const changed = changedFields(fields, changes)
    if (!changed) return { id, version }
    const { names, before, after } = changed
    if (names.some((field) => WEIGHTY.has(field)) && reason === "") {
      throw invalidField("reason", "Say why the period or the action changes; the reason is recorded")
    }
    await knownClass(ctx, "changes.classKey", after.classKey)
    const saved = await ctx.db
      .update(retentionRules)
      .set({ ...after, version: version + 1, updatedAt: ctx.now })
      .where(and(own(ctx, retentionRules, eq(retentionRules.id, id)), eq(retentionRules.version, version)))
      .returning({ id: retentionRules.id })
      .catch(orNameTaken("changes.name", "retention rule", after.name ?? name))
    if (saved.length === 0) throw conflict("The retention rule", await fetchRule(ctx, id))
    ctx.record({
      targets: [{ type: "retention_rule", id, name: after.name ?? name }],
      summary: `Changed the ${inWords(names.map((field) => LABELS[field as keyof RetentionRuleFields]))} of the retention rule ${name}`,
      before,
      after,
      ...(reason && { reason }),
    })
    return { id, version: version + 1 }
  },
})
