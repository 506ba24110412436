import { retentionRules } from "@/db/schema/privacy-retention"
import { newId } from "@/server/kernel/domain/id"
import { command } from "@/server/kernel/operation"
import { retentionRuleFields } from "./domain/retention-rule"
import { knownClass, nameTaken } from "./internal/rule-checks"

/** Creates a retention rule. @throws INVALID when the name is taken or the class is not known. */
export const createRetentionRule = command("privacy.createRetentionRule", {
  permission: "retention.edit",
  input: retentionRuleFields,
  async run(ctx, input) {
    await knownClass(ctx, "classKey", input.classKey)
    const id = newId()
    const row = { ...input, id, workspaceId: ctx.workspaceId, createdAt: ctx.now, updatedAt: ctx.now }
    const created = await ctx.db
      .insert(retentionRules)
      .values({ ...row, createdBy: ctx.userId })
      .onConflictDoNothing()
      .returning({ id: retentionRules.id })
    if (created.length === 0) throw nameTaken("name", "retention rule", input.name)
    ctx.record({
      targets: [{ type: "retention_rule", id, name: input.name }],
      summary: `Created the retention rule ${input.name}`,
      after: input,
    })
    return { id }
  },
})
