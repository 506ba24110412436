"use server"
import { redirect } from "next/navigation"
import type { FormState } from "@/components/auth/form-state"
import type { Ctx } from "@/server/kernel/context"
import { startSession } from "@/server/members/auth"
import { setUpWorkspace } from "@/server/members/set-up-workspace"
import { pageContext } from "@/server/rsc"
import { publishBuiltInFrameworks } from "@/server/scoring/publish-built-in-frameworks"
import { refusedForm, textOf, typed } from "../form-answer"

type Founded = Awaited<ReturnType<typeof setUpWorkspace>>

/** The founder inside the new workspace, in the same request that made both. */
function asFounder(ctx: Ctx, founded: Founded, { name, email }: { name: string; email: string }): Ctx {
  const { userId, workspaceId, slug } = founded
  const actor = { type: "user" as const, id: userId, name }
  const grants = [{ role: "administrator" as const, scopeType: "workspace" as const, scopeId: null }]
  const workspace = { id: workspaceId, slug, name: slug }
  return { ...ctx, caller: { ...ctx.caller, actor, user: { id: userId, name, email }, workspace, grants } }
}

const shown = ["workspace.name", "workspace.itemPrefix", "name", "email"]

export async function setUpAction(_state: FormState, form: FormData): Promise<FormState> {
  const values = typed(form, shown)
  const text = (name: string) => textOf(form, name)
  const person = { name: text("name"), email: text("email"), password: text("password") }
  const workspace = { name: text("workspace.name"), itemPrefix: text("workspace.itemPrefix") }
  try {
    const ctx = await pageContext()
    const founded = await setUpWorkspace(ctx, { ...person, workspace })
    await publishBuiltInFrameworks(asFounder(ctx, founded, person), {})
  } catch (error) {
    return refusedForm(error, values, [...shown, "password"])
  }
  await startSession(person.email, person.password)
  redirect("/")
}
