import { and, eq, isNull } from "drizzle-orm"
import { sessions } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"

/** Longest time at the provider's page; afterwards it is an ordinary sign-in. */
const ANSWER_MINUTES = 15

/**
 * When the caller's session asked the provider who its person is, and the same person comes back: what the new session
 * knows about it. The old session ends. `authTime` is in Unix seconds; null when the provider does not say.
 */
export async function takeConfirmation(ctx: OpCtx, person: { id: string }, authTime: number | null) {
  const { sessionId } = ctx.caller
  if (sessionId === null) return {}
  const [asked] = await ctx.db
    .select({ confirmFor: sessions.confirmFor, confirmAskedAt: sessions.confirmAskedAt })
    .from(sessions)
    .where(
      and(
        eq(sessions.id, sessionId),
        eq(sessions.userId, person.id),
        isNull(sessions.revokedAt),
        isNull(sessions.confirmedBy),
      ),
    )
    .for("update")
  if (!asked?.confirmAskedAt) return {}
  if (Date.parse(ctx.now) - Date.parse(asked.confirmAskedAt) > ANSWER_MINUTES * 60_000) return {}
  await ctx.db.update(sessions).set({ revokedAt: ctx.now }).where(eq(sessions.id, sessionId))
  const confirmedAt = authTime === null ? null : new Date(authTime * 1000).toISOString()
  return { ...asked, confirmedBy: "oidc" as const, confirmedAt }
}
