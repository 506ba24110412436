import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { prepareRefusal } from "@/components/auth/prepare-refusal"
import { ProviderButton } from "@/components/auth/provider-button"
import { SignInForm } from "@/components/auth/sign-in-form"
import { backPath } from "@/server/members/domain/back-path"
import { needsSetUp } from "@/server/members/needs-set-up"
import { oidcSettings } from "@/server/members/oidc-settings"
import { pageContext } from "@/server/rsc"
import { continueWithProvider, signInAction } from "./actions"

export const metadata: Metadata = { title: "Sign in" }

type Props = { searchParams: Promise<{ back?: string | string[]; error?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { back, error } = await searchParams
  const ctx = await pageContext()
  const target = backPath(back)
  if (ctx.caller.user) redirect(target)
  if (await needsSetUp(ctx, {})) redirect("/set-up")
  const provider = oidcSettings()
  return (
    <>
      <h1>Sign in</h1>
      <SignInForm action={signInAction} back={target} message={prepareRefusal(error, provider?.name)} />
      {provider ? <ProviderButton name={provider.name} back={target} action={continueWithProvider} /> : null}
      <p className="hint mt-5">
        No account yet, or the password forgotten? An administrator of your workspace can send you a link.
      </p>
    </>
  )
}
