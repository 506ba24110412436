import { sessions } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { newId } from "@/server/kernel/domain/id"
import { SESSION_DAYS } from "../domain/account"
import { daysAfter } from "./time-spans"

type Confirmation = Pick<
  typeof sessions.$inferInsert,
  "confirmFor" | "confirmAskedAt" | "confirmedBy" | "confirmedAt"
>

/** Starts a session and answers its id, the only thing that the cookie carries. */
export async function openSession(
  ctx: OpCtx,
  userId: string,
  method: "password" | "oidc",
  confirmation: Confirmation = {},
): Promise<string> {
  const id = newId()
  const { ip = null, userAgent = null } = ctx.request
  const times = { createdAt: ctx.now, lastSeenAt: ctx.now, expiresAt: daysAfter(ctx.now, SESSION_DAYS) }
  await ctx.db.insert(sessions).values({ id, userId, method, ip, userAgent, ...times, ...confirmation })
  return id
}
