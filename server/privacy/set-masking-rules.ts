import { isDeepStrictEqual } from "node:util"
import { and, eq } from "drizzle-orm"
import { maskingRules, warehouseRoles } from "@/db/schema/privacy-masking"
import { classOf } from "@/server/catalog/domain/scheme"
import { schemeOf } from "@/server/catalog/scheme-of"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { conflict, invalid } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { maskWords } from "./domain/mask-rule"
import { maskingRulesInput } from "./domain/warehouse-role"
import { fetchRole, selectRoles } from "./internal/masking-rows"

async function refuseUnknown(ctx: OpCtx, rules: readonly { classKey: string }[]): Promise<void> {
  const scheme = await schemeOf(ctx)
  const issues = rules.flatMap(({ classKey }, index) => {
    const message =
      rules.findIndex((other) => other.classKey === classKey) < index
        ? `${classKey} stands twice`
        : classOf(scheme, classKey)
          ? undefined
          : `${classKey} is no class of this workspace`
    return message ? [{ path: `rules.${index}.classKey`, message }] : []
  })
  if (issues.length > 0) throw invalid(issues)
}

/** Replaces what one role sees, class by class; a class left out is not shown. @throws CONFLICT with the role, INVALID. */
export const setMaskingRules = command("privacy.setMaskingRules", {
  permission: "masking.edit",
  input: maskingRulesInput,
  async run(ctx, { roleId, version, rules }) {
    const role = await fetchRole(ctx, roleId)
    const before = (await selectRoles(ctx)).find(({ id }) => id === roleId)
    if (role.version !== version) throw conflict("The rules of this role", before)
    await refuseUnknown(ctx, rules)
    const wanted = Object.fromEntries(rules.map(({ classKey, rule }) => [classKey, rule]))
    if (isDeepStrictEqual(before?.rules, wanted)) return { version }
    const saved = await ctx.db
      .update(warehouseRoles)
      .set({ version: version + 1, updatedAt: ctx.now })
      .where(
        and(own(ctx, warehouseRoles, eq(warehouseRoles.id, roleId)), eq(warehouseRoles.version, version)),
      )
      .returning({ id: warehouseRoles.id })
    if (saved.length === 0) throw conflict("The rules of this role", before)
    await ctx.db.delete(maskingRules).where(own(ctx, maskingRules, eq(maskingRules.roleId, roleId)))
    if (rules.length > 0) {
      await ctx.db
        .insert(maskingRules)
        .values(rules.map((rule) => ({ ...rule, roleId, workspaceId: ctx.workspaceId })))
    }
    const words = (all: Record<string, Parameters<typeof maskWords>[0]>) =>
      Object.fromEntries(Object.entries(all).map(([key, rule]) => [key, maskWords(rule)]))
    ctx.record({
      targets: [{ type: "warehouse_role", id: roleId, name: role.name }],
      summary: `Changed what the warehouse role ${role.name} sees`,
      before: words(before?.rules ?? {}),
      after: words(wanted),
    })
    return { version: version + 1 }
  },
})
