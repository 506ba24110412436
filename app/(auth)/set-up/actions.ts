"use server"
import { redirect } from "next/navigation"
import { furnishWorkspace } from "@/app/furnish-workspace"
import type { FormState } from "@/components/auth/form-state"
import { startSession } from "@/server/members/auth"
import { setUpWorkspace } from "@/server/members/set-up-workspace"
import { pageContext } from "@/server/rsc"
import { refusedForm, textOf, typed } from "../form-answer"

const shown = ["workspace.name", "workspace.itemPrefix", "name", "email"]

export async function setUpAction(_state: FormState, form: FormData): Promise<FormState> {
  const values = typed(form, shown)
  const text = (name: string) => textOf(form, name)
  const person = { name: text("name"), email: text("email"), password: text("password") }
  const workspace = { name: text("workspace.name"), itemPrefix: text("workspace.itemPrefix") }
  try {
    const ctx = await pageContext()
    const founded = await setUpWorkspace(ctx, { ...person, workspace })
    await furnishWorkspace(ctx, founded, { id: founded.userId, name: person.name, email: person.email })
  } catch (error) {
    return refusedForm(error, values, [...shown, "password"])
  }
  await startSession(person.email, person.password)
  redirect("/")
}
