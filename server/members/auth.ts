import { headers } from "next/headers"
import NextAuth, { CredentialsSignin, type NextAuthConfig, type Profile } from "next-auth"
import Credentials from "next-auth/providers/credentials"
import type { Ctx } from "@/server/kernel/context"
import { log } from "@/server/kernel/log"
import { contextFromHeaders } from "@/server/kernel/request-context"
import { SESSION_DAYS } from "./domain/account"
import { type OidcSettings, oidcSettings } from "./oidc-settings"
import { signIn } from "./sign-in"
import { signInWithProvider } from "./sign-in-with-provider"
import { signOut } from "./sign-out"

/**
 * next-auth speaks the protocols and keeps the cookie; who signs in is decided by our operations. The cookie carries
 * nothing but `sid`, the id of a row in `sessions`, so that a revoked session ends at its next request.
 */

const currentContext = async (): Promise<Ctx> => contextFromHeaders(new Headers(await headers()))

const causeOf = (error: Error): unknown =>
  error.cause && typeof error.cause === "object" && "err" in error.cause ? error.cause.err : error

const text = (value: unknown) => (typeof value === "string" ? value : "")

const byPassword = Credentials({
  credentials: { email: {}, password: {} },
  async authorize(given, request) {
    const ctx = await contextFromHeaders(request.headers)
    const result = await signIn(ctx, { email: text(given.email), password: text(given.password) })
    return result.ok ? { id: result.userId, sid: result.sessionId } : null
  },
})

const byProvider = ({
  issuer,
  clientId,
  clientSecret,
  name,
}: OidcSettings): NextAuthConfig["providers"][number] => ({
  id: "oidc",
  type: "oidc",
  name,
  issuer,
  clientId,
  clientSecret,
  // Otherwise only the claims inside the id token are read, and few providers put the e-mail there.
  idToken: false,
  authorization: { params: { scope: "openid email profile" } },
  checks: ["pkce", "state", "nonce"],
  profile: (claims) => ({ id: claims.sub, email: claims.email, name: claims.name }),
})

/** `auth_time` of the id token, which next-auth has verified by now; null when the provider leaves it out. */
function authTimeOf(idToken: string | undefined): number | null {
  const claims: unknown = JSON.parse(Buffer.from(idToken?.split(".")[1] ?? "bnVsbA", "base64url").toString())
  const time =
    typeof claims === "object" && claims !== null && "auth_time" in claims ? claims.auth_time : null
  return typeof time === "number" ? Math.floor(time) : null
}

async function admit(settings: OidcSettings, profile: Profile, idToken: string | undefined) {
  return signInWithProvider(await currentContext(), {
    issuer: settings.issuer,
    providerName: settings.name,
    subject: text(profile.sub),
    email: profile.email ?? null,
    emailVerified: profile.email_verified === true,
    name: profile.name?.slice(0, 120) ?? null,
    authTime: authTimeOf(idToken),
  })
}

function configuration(): NextAuthConfig {
  const oidc = oidcSettings()
  return {
    providers: oidc ? [byPassword, byProvider(oidc)] : [byPassword],
    session: { strategy: "jwt", maxAge: SESSION_DAYS * 24 * 3600 },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-out" },
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== "oidc" || !oidc || !profile) return account?.type === "credentials"
        const admitted = await admit(oidc, profile, account.id_token)
        if (!admitted.ok) return `/sign-in?error=${admitted.refusal}`
        Object.assign(user, { sid: admitted.sessionId })
        return true
      },
      jwt: ({ token, user }) => (user && "sid" in user ? { sid: user.sid } : { sid: token.sid }),
    },
    events: {
      async signOut() {
        await signOut(await currentContext(), {}).catch(() => undefined)
      },
    },
    logger: {
      // Wrong passwords are in the audit trail; next-auth hides what else went wrong one level down.
      error: (error) => {
        if (!(error instanceof CredentialsSignin)) log.warn({ err: causeOf(error) }, "sign-in failed")
      },
      warn: (code) => log.debug({ code }, "next-auth"),
    },
  }
}

// The environment is read at each call: secrets are loaded at start, and a build has none.
const auth = NextAuth(configuration)

/** Answers /api/auth/*. */
export const { handlers } = auth

/** Signs in and sets the cookie; false for whatever reason the operation has. For server actions. */
export async function startSession(email: string, password: string): Promise<boolean> {
  try {
    await auth.signIn("credentials", { email, password, redirect: false })
    return true
  } catch (error) {
    if (error instanceof CredentialsSignin) return false
    throw error
  }
}

/** Sends the browser to the provider and afterwards to `back`. For server actions. */
export const startProviderSession = (back: string) => auth.signIn("oidc", { redirectTo: back })

/** The same for somebody who is signed in and proves again who they are: the provider has to ask them anew. */
export const startProviderConfirmation = (back: string) =>
  auth.signIn("oidc", { redirectTo: back }, { prompt: "login", max_age: "0" })

/** Revokes the session and clears the cookie. For server actions. */
export const endSession = () => auth.signOut({ redirect: false })
