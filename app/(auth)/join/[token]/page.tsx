import type { Metadata } from "next"
import { Invitation } from "@/components/auth/invitation"
import { PlumblineError } from "@/server/kernel/errors"
import { getInvitation } from "@/server/members/get-invitation"
import { oidcSettings } from "@/server/members/oidc-settings"
import { pageContext } from "@/server/rsc"
import { continueWithProvider } from "../../sign-in/actions"
import { signOutAction } from "../../sign-out/actions"
import { joinAction } from "./actions"

export const metadata: Metadata = { title: "Invitation" }

type Props = { params: Promise<{ token: string }> }

export default async function JoinPage({ params }: Props) {
  const { token } = await params
  const ctx = await pageContext()
  const invitation = await getInvitation(ctx, { token }).catch((error: unknown) => {
    if (error instanceof PlumblineError && ["NOT_FOUND", "INVALID"].includes(error.code)) return undefined
    throw error
  })
  return (
    <Invitation
      token={token}
      invitation={invitation}
      me={ctx.caller.user}
      provider={oidcSettings()?.name}
      actions={{ join: joinAction, signOut: signOutAction, continueWithProvider }}
    />
  )
}
