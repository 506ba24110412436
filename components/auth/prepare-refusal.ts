/** The words for `?error=` in the address of the sign-in page; undefined when all is well. */
export function prepareRefusal(error: unknown, provider = "the identity provider"): string | undefined {
  if (typeof error !== "string" || error === "") return undefined
  if (error === "unknown") {
    return `You signed in with ${provider}, but nobody with your e-mail address belongs to this Plumbline. Ask an administrator for an invitation to that address.`
  }
  if (error === "unverified") {
    return `${provider} did not confirm your e-mail address, so Plumbline cannot tell who you are. Confirm it there and try again.`
  }
  return `Signing in with ${provider} did not work, or was cancelled there. Try again; if it stays, tell an administrator.`
}
