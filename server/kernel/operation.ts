import type { z } from "zod"
import { recordRefusal, writeFacts } from "./audit-record"
import type { Ctx, OpCtx, RecordedFact } from "./context"
import { type Access, type Db, enterWorkspace, hasWritten, idsHeld, inTransaction } from "./database"
import { holds, reachOf, type Scope } from "./domain/grants"
import type { Permission, ScopedPermission } from "./domain/permissions"
import { forbidden, invalid, notFound, PlumblineError } from "./errors"
import { unfit } from "./limits"
import { readBehind } from "./replica"

/** "account": any signed-in person, outside a workspace. "public": anybody. Both run as the connection's role. */
export type Requirement = Permission | "account" | "public"

type Config<P extends Requirement, I extends z.ZodType, O, F = O> = {
  permission: P
  input: I
  run: (ctx: OpCtx, input: z.output<I>) => Promise<O>
  /** A query whose answer may be some seconds old without harm: it is read from the replica, when there is one. */
  mayLag?: true
  /** Long work on what `run` read, after its transaction: meanwhile no connection is held. */
  finish?: (found: O) => Promise<F>
} & (P extends ScopedPermission
  ? {
      /** Where it happens, for grants limited to a domain or product; "rows": `run` narrows its rows by ctx.reach. */
      at: "rows" | ((ctx: OpCtx, input: z.output<I>) => Scope | Promise<Scope>)
    }
  : { at?: undefined })

export type Operation<I = unknown, O = unknown> = {
  (ctx: Ctx, input: I): Promise<O>
  operationName: string
  kind: "query" | "command"
  permission: Requirement
}

const isInside = (ctx: Ctx): ctx is OpCtx => "db" in ctx

function parse<I extends z.ZodType>(schema: I, input: unknown): z.output<I> {
  const problem = unfit(input)
  if (problem) throw invalid([{ path: "", message: problem }])
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw invalid(parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })))
}

function mayHold(ctx: Ctx, permission: Permission, scope?: Scope): boolean {
  const { grants, limitedTo } = ctx.caller
  return holds(grants, permission, scope) && (limitedTo === null || limitedTo.includes(permission))
}

const refusal = (permission: Permission) =>
  forbidden(`Your roles do not include the permission ${permission} here`)

function requireAccess(ctx: Ctx, permission: Requirement): void {
  if (permission === "public") return
  if (ctx.caller.user === null && ctx.caller.actor.type !== "system") {
    throw new PlumblineError("UNAUTHENTICATED", "Sign in first")
  }
  if (permission === "account") {
    if (ctx.caller.limitedTo) throw forbidden("An API token cannot act on the account of its owner")
    return
  }
  if (ctx.caller.workspace === null) throw notFound("The workspace")
  if (!mayHold(ctx, permission)) throw refusal(permission)
}

/** What `run` leaves to be finished. */
type Left = { facts: RecordedFact[]; sent: Promise<unknown>[] }

function insideContext(ctx: Ctx, db: Db, workspaceId: string, { facts, sent }: Left): OpCtx {
  return {
    ...ctx,
    db,
    workspaceId,
    userId: ctx.caller.user?.id ?? ctx.caller.actor.id,
    now: ctx.clock(),
    record: (fact) => void facts.push(fact),
    send: (statement) => {
      const answer = Promise.resolve(db.execute(statement))
      // Its failure is heard below, or not at all when `run` itself fails.
      answer.catch(() => {})
      sent.push(answer)
    },
    require: (permission, scope) => {
      if (!mayHold(ctx, permission, scope)) throw refusal(permission)
    },
    reach: (permission) => reachOf(ctx.caller.grants, permission),
  }
}

function define<P extends Requirement, I extends z.ZodType, O, F = O>(
  kind: "query" | "command",
  name: string,
  config: Config<P, I, O, F>,
): Operation<z.input<I>, F> {
  const access: Access = kind === "query" ? "read" : "write"
  const { permission, at } = config as { permission: Requirement; at?: Config<ScopedPermission, I, O>["at"] }

  async function runIn(
    ctx: Ctx,
    db: Db,
    workspaceId: string,
    input: z.output<I>,
    heldBefore?: Promise<number>,
  ): Promise<O> {
    const left: Left = { facts: [], sent: [] }
    const inner = insideContext(ctx, db, workspaceId, left)
    if (typeof at === "function") inner.require(permission as Permission, await at(inner, input))
    const result = await config.run(inner, input)
    const sealed = kind === "command" ? seal(inner, name, left.facts, heldBefore) : undefined
    await Promise.all([...left.sent, sealed])
    return result
  }

  async function perform(ctx: Ctx, rawInput: unknown): Promise<O> {
    requireAccess(ctx, permission)
    const input = parse(config.input, rawInput)
    if (isInside(ctx)) {
      return ctx.db.transaction((tx) => {
        const db = tx as unknown as Db
        return runIn(ctx, db, ctx.workspaceId, input, kind === "command" ? asBegun(db) : undefined)
      })
    }
    const outside = permission === "account" || permission === "public"
    const workspaceId = outside ? null : ctx.caller.workspace!.id
    const open = await ctx.database()
    const work = (db: Db) => runIn(ctx, db, workspaceId ?? "", input)
    if (kind === "query" && config.mayLag) return readBehind(open, workspaceId, work)
    return inTransaction(open, workspaceId, access, work)
  }

  async function operation(ctx: Ctx, input: z.input<I>): Promise<F> {
    try {
      const found = await perform(ctx, input)
      return config.finish ? await config.finish(found) : (found as unknown as F)
    } catch (error) {
      const { workspace } = ctx.caller
      const refused =
        error instanceof PlumblineError && (error.code === "FORBIDDEN" || error.code === "RULE_BROKEN")
      if (refused && workspace && !isInside(ctx)) {
        await recordRefusal(await ctx.database(), ctx, { ...ctx.caller, workspace }, name, error.message)
      }
      throw error
    }
  }

  return Object.assign(operation, { operationName: name, kind, permission })
}

/** What a command inside another one begins with; sent ahead of its own statements, and nobody waits for it. */
function asBegun(db: Db): Promise<number> {
  const held = idsHeld(db)
  // Its failure is heard in `seal`, or not at all when `run` itself fails.
  held.catch(() => {})
  return held
}

/** Writes what the command recorded. A command that changed something and recorded nothing fails, and rolls back. */
async function seal(
  ctx: OpCtx,
  action: string,
  facts: RecordedFact[],
  heldBefore?: Promise<number>,
): Promise<void> {
  if (facts.length > 0) {
    const { workspaceId, now: occurredAt } = ctx
    await writeFacts(ctx.db, ctx, { workspaceId, occurredAt, action, outcome: "success" }, facts)
  } else if (ctx.workspaceId !== "" && (await hasWritten(ctx.db, await heldBefore))) {
    throw new Error(`${action} changed something without recording it`)
  }
}

/** An operation that reads. Its transaction is read-only. */
export function query<P extends Requirement, I extends z.ZodType, O, F = O>(
  name: string,
  config: Config<P, I, O, F>,
) {
  return define("query", name, config)
}

/** An operation that changes something: permission → input → transaction → run → audit record → commit. */
export function command<P extends Requirement, I extends z.ZodType, O>(
  name: string,
  config: Config<P, I, O>,
) {
  return define("command", name, config)
}

/** For account operations that go on inside a workspace (accepting an invitation): its rows, its audit trail. */
export async function recordInWorkspace(
  ctx: OpCtx,
  workspaceId: string,
  action: string,
  facts: RecordedFact[],
): Promise<void> {
  await enterWorkspace(ctx.db, workspaceId)
  await writeFacts(ctx.db, ctx, { workspaceId, occurredAt: ctx.now, action, outcome: "success" }, facts)
}
