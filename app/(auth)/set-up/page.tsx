import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { SetUpForm } from "@/components/auth/set-up-form"
import { needsSetUp } from "@/server/members/needs-set-up"
import { pageContext } from "@/server/rsc"
import { setUpAction } from "./actions"

export const metadata: Metadata = { title: "Set up" }

export default async function SetUpPage() {
  if (!(await needsSetUp(await pageContext(), {}))) redirect("/")
  return (
    <>
      <h1>Set up Plumbline</h1>
      <p className="muted mt-2">
        This makes the first workspace and you its administrator. You can then invite others.
      </p>
      <SetUpForm action={setUpAction} />
    </>
  )
}
