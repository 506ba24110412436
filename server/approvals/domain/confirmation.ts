import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"

/** How the session proved again who its person is. */
export type Confirmation = {
  /** The act that it was for: the id of the request. */
  confirmFor: string | null
  askedAt: string | null
  by: "password" | "oidc" | null
  /** When: our clock for a password, the provider's `auth_time` otherwise; null when the provider does not say. */
  at: string | null
}

export const CONFIRMATION_MINUTES = 5

const FIRST = "Confirm who you are before you sign"

/** Whether a confirmation stands for signing this request now: for this act, after it was asked, at most 5 minutes old. */
export function mayTrust(confirmation: Confirmation | null, requestId: string, now: string): Verdict {
  if (!confirmation?.by || confirmation.confirmFor !== requestId || confirmation.askedAt === null)
    return no(FIRST)
  if (confirmation.at === null) {
    return no(
      "The sign-in provider does not say when you signed in (no auth_time), so it cannot confirm a signature. Ask an administrator for a link to set a password",
    )
  }
  // The provider counts in whole seconds.
  if (Date.parse(confirmation.at) < Math.floor(Date.parse(confirmation.askedAt) / 1000) * 1000)
    return no("The sign-in provider did not ask you again. Sign in there anew")
  if (confirmation.at > now)
    return no(
      "The time of your confirmation lies in the future: the clocks of this server and the provider differ",
    )
  if (Date.parse(now) - Date.parse(confirmation.at) > CONFIRMATION_MINUTES * 60_000)
    return no(`You confirmed who you are more than ${CONFIRMATION_MINUTES} minutes ago; confirm it again`)
  return yes
}
