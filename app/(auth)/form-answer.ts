import type { FormState } from "@/components/auth/form-state"
import { PlumblineError } from "@/server/kernel/errors"

/** A text field of a form; files and absent ones read as empty. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === "string" ? value : ""
}

/** What was typed in the named fields, for the form to show again. */
export function typed(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, textOf(form, name)]))
}

/** An operation's refusal as the form shows it: at its fields (`shown`), or above them. Anything else goes on. */
export function refusedForm(
  error: unknown,
  values: FormState["values"],
  shown: readonly string[],
): FormState {
  if (!(error instanceof PlumblineError)) throw error
  const issues = error.details.issues ?? []
  const errors = Object.fromEntries(issues.map((issue) => [issue.path, issue.message]))
  const elsewhere = issues.length === 0 || issues.some((issue) => !shown.includes(issue.path))
  return { values, errors, message: elsewhere ? error.message : undefined }
}
