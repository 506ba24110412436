import Link from "next/link"
import { buttonClass } from "@/components/ui/button"
import { shortDate } from "@/components/ui/prepare-relative-time"
import type { ScopeType } from "@/server/kernel/domain/grants"
import type { Role } from "@/server/kernel/domain/permissions"
import { grantWords } from "@/server/members/domain/grant"
import type { LinkState } from "@/server/members/domain/invitation"
import type { FormAction } from "./form-state"
import { JoinAsMe, JoinForm } from "./join-form"
import { ProviderButton } from "./provider-button"
import { SignOutForm } from "./sign-out-form"

type Props = {
  token: string
  /** Undefined when there never was one. */
  invitation?: {
    state: LinkState
    email: string
    role: Role
    scopeType: ScopeType
    scopeName: string | null
    invitedBy: string
    expiresAt: string
    workspace: { slug: string; name: string }
    hasAccount: boolean
  }
  me: { name: string; email: string } | null
  provider?: string
  actions: {
    join: FormAction
    signOut: (form: FormData) => Promise<void>
    continueWithProvider: (form: FormData) => Promise<void>
  }
}

const CLOSED: Record<Exclude<LinkState, "open">, { title: string; what: string }> = {
  used: { title: "This invitation was accepted", what: "It works once. If that was you, sign in." },
  revoked: {
    title: "This invitation was revoked",
    what: "A newer one may have replaced it. Ask the person who invited you.",
  },
  expired: {
    title: "This invitation has expired",
    what: "It worked for seven days. Ask the person who invited you for a new one.",
  },
}

function Closed({ title, what }: { title: string; what: string }) {
  return (
    <>
      <h1>{title}</h1>
      <p className="muted mt-2">{what}</p>
      <p className="mt-5">
        <Link className={buttonClass()} href="/sign-in">
          Sign in
        </Link>
      </p>
    </>
  )
}

/** The page of an invitation's link, for everybody who may open it. */
export function Invitation(props: Props) {
  const { invitation } = props
  if (!invitation) {
    return (
      <Closed
        title="This invitation does not exist"
        what="Check that the whole link was copied, or ask for a new one."
      />
    )
  }
  if (invitation.state !== "open") return <Closed {...CLOSED[invitation.state]} />
  return (
    <>
      <h1>Join {invitation.workspace.name}</h1>
      <p className="muted mt-2">
        {invitation.invitedBy} invites {invitation.email} as {grantWords(invitation)}. The link works until{" "}
        {shortDate(invitation.expiresAt)}.
      </p>
      <Accept {...props} invitation={invitation} />
    </>
  )
}

function Accept({
  token,
  invitation,
  me,
  provider,
  actions,
}: Props & { invitation: NonNullable<Props["invitation"]> }) {
  const { email, hasAccount, workspace } = invitation
  const here = `/join/${token}`
  if (me?.email === email) return <JoinAsMe action={actions.join} token={token} workspace={workspace.name} />
  if (me) {
    return (
      <>
        <p className="mt-5">You are signed in as {me.email}. Sign out first, then open the link again.</p>
        <SignOutForm action={actions.signOut} back={here} />
      </>
    )
  }
  return (
    <>
      {hasAccount ? (
        <p className="mt-5">
          <Link
            className={buttonClass({ variant: "primary" })}
            href={`/sign-in?back=${encodeURIComponent(here)}`}
          >
            Sign in to join
          </Link>
        </p>
      ) : (
        <JoinForm action={actions.join} token={token} email={email} workspace={workspace.name} />
      )}
      {provider ? (
        <ProviderButton
          name={provider}
          back={hasAccount ? here : `/${workspace.slug}`}
          action={actions.continueWithProvider}
        />
      ) : null}
    </>
  )
}
