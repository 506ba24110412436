"use server"
import { redirect } from "next/navigation"
import type { FormState } from "@/components/auth/form-state"
import { startProviderSession, startSession } from "@/server/members/auth"
import { SIGN_IN_REFUSED } from "@/server/members/domain/account"
import { backPath } from "@/server/members/domain/back-path"
import { textOf, typed } from "../form-answer"

export async function signInAction(_state: FormState, form: FormData): Promise<FormState> {
  const values = typed(form, ["email"])
  const errors = Object.fromEntries(
    [
      ["email", "Enter your e-mail address"],
      ["password", "Enter your password"],
    ].filter(([name = ""]) => textOf(form, name).trim() === ""),
  )
  if (Object.keys(errors).length > 0) return { values, errors }
  const right = await startSession(textOf(form, "email"), textOf(form, "password"))
  if (!right) return { values, errors: {}, message: SIGN_IN_REFUSED }
  redirect(backPath(form.get("back")))
}

export async function continueWithProvider(form: FormData): Promise<void> {
  await startProviderSession(backPath(form.get("back")))
}
