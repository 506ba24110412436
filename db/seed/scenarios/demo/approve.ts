import { decideApproval } from "@/server/approvals/decide-approval"
import { getApproval } from "@/server/approvals/get-approval"
import { confirmPassword } from "@/server/members/confirm-password"
import { signIn } from "@/server/members/sign-in"
import { signOut } from "@/server/members/sign-out"
import type { Cast } from "./cast"
import { emailOf, PEOPLE, type PersonId } from "./people"

type Signing = { requestId: string; note: string; meaning?: "approval" | "rejection" }

/** Signs a request as a person does: signs in, confirms the password for it, reads it and decides. */
export async function approveInDemo(
  cast: Cast,
  by: PersonId,
  password: string,
  { requestId, note, meaning = "approval" }: Signing,
): Promise<void> {
  const { ctx } = cast[by]
  const { name } = PEOPLE.find(({ id }) => id === by)!
  const session = await signIn(ctx, { email: emailOf(name), password })
  if (!session.ok) throw new Error(`${name} cannot sign in to the demo`)
  // Story time leaps with every step, and a confirmation is good for five minutes.
  const moment = ctx.clock()
  const present = { ...ctx, clock: () => moment, caller: { ...ctx.caller, sessionId: session.sessionId } }
  await confirmPassword(present, { password, purpose: requestId })
  const { contentSha256 } = await getApproval(present, { requestId })
  await decideApproval(present, { requestId, meaning, contentSha256, note })
  await signOut(present, {})
}
