"use server"
import { redirect } from "next/navigation"
import type { FormState } from "@/components/auth/form-state"
import { startSession } from "@/server/members/auth"
import { resetPassword } from "@/server/members/reset-password"
import { pageContext } from "@/server/rsc"
import { refusedForm, textOf } from "../../form-answer"

export async function resetAction(_state: FormState, form: FormData): Promise<FormState> {
  const password = textOf(form, "password")
  let email: string
  try {
    email = (await resetPassword(await pageContext(), { token: textOf(form, "token"), password })).email
  } catch (error) {
    return refusedForm(error, {}, ["password"])
  }
  await startSession(email, password)
  redirect("/")
}
