"use server"
import { redirect } from "next/navigation"
import { refusedForm, textOf, typed } from "@/app/(auth)/form-answer"
import { furnishWorkspace } from "@/app/furnish-workspace"
import type { FormState } from "@/components/auth/form-state"
import { createWorkspace } from "@/server/members/create-workspace"
import { signedInContext } from "@/server/rsc"

const shown = ["name", "itemPrefix"]

export async function createWorkspaceAction(_state: FormState, form: FormData): Promise<FormState> {
  let slug: string
  try {
    const ctx = await signedInContext()
    const founded = await createWorkspace(ctx, {
      name: textOf(form, "name"),
      itemPrefix: textOf(form, "itemPrefix"),
    })
    await furnishWorkspace(ctx, founded, ctx.caller.user!)
    slug = founded.slug
  } catch (error) {
    return refusedForm(error, typed(form, shown), shown)
  }
  redirect(`/${slug}`)
}
