export type OidcSettings = { issuer: string; clientId: string; clientSecret: string; name: string }

const isLocal = (host: string) => host === "localhost" || host === "127.0.0.1" || host === "[::1]"

/**
 * The OpenID Connect provider of this installation, from PLUMBLINE_OIDC_ISSUER, _CLIENT_ID, _CLIENT_SECRET and _NAME
 * (the words on the button); undefined when none is set.
 * @throws when it is set by half, or would send secrets over an open network.
 */
export function oidcSettings(
  env: Record<string, string | undefined> = process.env,
): OidcSettings | undefined {
  const issuer = env.PLUMBLINE_OIDC_ISSUER
  const clientId = env.PLUMBLINE_OIDC_CLIENT_ID
  const clientSecret = env.PLUMBLINE_OIDC_CLIENT_SECRET
  if (!issuer && !clientId && !clientSecret) return undefined
  if (!issuer || !clientId || !clientSecret) {
    throw new Error(
      "Sign-in by OpenID Connect needs PLUMBLINE_OIDC_ISSUER, PLUMBLINE_OIDC_CLIENT_ID and PLUMBLINE_OIDC_CLIENT_SECRET",
    )
  }
  const address = URL.canParse(issuer) ? new URL(issuer) : undefined
  const safe = address?.protocol === "https:" || (address?.protocol === "http:" && isLocal(address.hostname))
  if (!safe) {
    throw new Error(
      `PLUMBLINE_OIDC_ISSUER is "${issuer}"; give an https address (http is taken for localhost only)`,
    )
  }
  return { issuer, clientId, clientSecret, name: env.PLUMBLINE_OIDC_NAME || "single sign-on" }
}
