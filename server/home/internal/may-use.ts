import type { OpCtx } from "@/server/kernel/context"
import { holds, type Scope } from "@/server/kernel/domain/grants"
import type { Permission } from "@/server/kernel/domain/permissions"

/** Does the caller hold it (with no scope: anywhere), and the caller's token too? */
export function mayUse(ctx: OpCtx, permission: Permission, scope?: Scope): boolean {
  const { grants, limitedTo } = ctx.caller
  return holds(grants, permission, scope) && (limitedTo === null || limitedTo.includes(permission))
}

/** The address of a page of the workspace. */
export const pageOf = (ctx: OpCtx, path: string) => `/${ctx.caller.workspace?.slug ?? ""}${path}`

const day = 86_400_000
/** A moment some days from now, ISO-8601 UTC. */
export const daysFrom = (iso: string, days: number) => new Date(Date.parse(iso) + days * day).toISOString()
