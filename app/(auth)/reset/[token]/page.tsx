import type { Metadata } from "next"
import Link from "next/link"
import { ResetForm } from "@/components/auth/reset-form"
import { buttonClass } from "@/components/ui/button"
import { PlumblineError } from "@/server/kernel/errors"
import { getPasswordReset } from "@/server/members/get-password-reset"
import { pageContext } from "@/server/rsc"
import { resetAction } from "./actions"

export const metadata: Metadata = { title: "New password" }

const CLOSED = {
  used: "This link was used already",
  revoked: "This link does not work any more",
  expired: "This link has expired",
  unknown: "This link does not exist",
}

type Props = { params: Promise<{ token: string }> }

export default async function ResetPage({ params }: Props) {
  const { token } = await params
  const reset = await getPasswordReset(await pageContext(), { token }).catch((error: unknown) => {
    if (error instanceof PlumblineError && ["NOT_FOUND", "INVALID"].includes(error.code)) return undefined
    throw error
  })
  if (!reset?.email || reset.state !== "open") {
    const state = reset && reset.state !== "open" ? reset.state : "unknown"
    return (
      <>
        <h1>{CLOSED[state]}</h1>
        <p className="muted mt-2">
          It works once, for 24 hours. Ask an administrator of your workspace for a new one.
        </p>
        <p className="mt-5">
          <Link className={buttonClass()} href="/sign-in">
            Sign in
          </Link>
        </p>
      </>
    )
  }
  return (
    <>
      <h1>Set a new password</h1>
      <p className="muted mt-2">For {reset.email}. Every session of this account ends.</p>
      <ResetForm action={resetAction} token={token} email={reset.email} />
    </>
  )
}
