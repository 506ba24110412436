"use server"
import { redirect } from "next/navigation"
import type { FormState } from "@/components/auth/form-state"
import { acceptInvitation } from "@/server/members/accept-invitation"
import { startSession } from "@/server/members/auth"
import { pageContext } from "@/server/rsc"
import { refusedForm, textOf, typed } from "../../form-answer"

const shown = ["person.name"]

export async function joinAction(_state: FormState, form: FormData): Promise<FormState> {
  const token = textOf(form, "token")
  const ctx = await pageContext()
  const person = { name: textOf(form, "person.name"), password: textOf(form, "person.password") }
  let joined: { slug: string; email: string }
  try {
    joined = await acceptInvitation(ctx, ctx.caller.user ? { token } : { token, person })
  } catch (error) {
    return refusedForm(error, typed(form, shown), [...shown, "person.password"])
  }
  if (!ctx.caller.user) await startSession(joined.email, person.password)
  redirect(`/${joined.slug}`)
}
