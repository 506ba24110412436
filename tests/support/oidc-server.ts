import { createServer } from "node:http"
import { Provider } from "oidc-provider"

export type OidcPerson = { sub: string; email: string; emailVerified: boolean; name: string }

export const OIDC_CLIENT = { id: "plumbline-test", secret: "only-for-tests-of-this-machine" }

/**
 * An OpenID Connect provider on localhost, whose sign-in page takes the person's `sub` as the user name. It puts no
 * e-mail into the id token, as most providers do not.
 */
export async function startOidcServer(port: number, redirectUri: string, people: OidcPerson[]) {
  const issuer = `http://localhost:${port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: OIDC_CLIENT.id,
        client_secret: OIDC_CLIENT.secret,
        redirect_uris: [redirectUri],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: true,
    cookies: { keys: ["only for tests"] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_ctx, sub) => {
      const person = people.find((one) => one.sub === sub)
      if (!person) return undefined
      const { email, emailVerified, name } = person
      return { accountId: sub, claims: () => ({ sub, email, email_verified: emailVerified, name }) }
    },
  })
  const server = createServer(provider.callback())
  await new Promise<void>((ready) => server.listen(port, ready))
  const stop = () =>
    new Promise<void>((stopped) => {
      server.close(() => stopped())
      server.closeAllConnections()
    })
  return { issuer, stop }
}
