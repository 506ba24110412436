import { and, eq, isNull, ne } from "drizzle-orm"
import { sessions } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"

/** Ends a person's sessions, all or all but one; each takes effect at its next request. Answers how many. */
export async function revokeSessions(ctx: OpCtx, userId: string, except: string | null): Promise<number> {
  const revoked = await ctx.db
    .update(sessions)
    .set({ revokedAt: ctx.now })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        except === null ? undefined : ne(sessions.id, except),
      ),
    )
    .returning({ id: sessions.id })
  return revoked.length
}
