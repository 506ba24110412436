import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { SignOutForm } from "@/components/auth/sign-out-form"
import { pageContext } from "@/server/rsc"
import { signOutAction } from "./actions"

export const metadata: Metadata = { title: "Sign out" }

/** Signing out changes something, so it is a button here and not the link that led here. */
export default async function SignOutPage() {
  const { user } = (await pageContext()).caller
  if (!user) redirect("/sign-in")
  return (
    <>
      <h1>Sign out</h1>
      <p className="muted mt-2">
        You are signed in as {user.name} ({user.email}). Your work is saved.
      </p>
      <SignOutForm action={signOutAction} />
    </>
  )
}
