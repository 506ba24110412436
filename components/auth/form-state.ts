/** What a server action answers to its form: what was typed (never passwords), messages by field, one for the whole. */
export type FormState = {
  values: Record<string, string>
  errors: Record<string, string>
  message?: string
}

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

export const emptyForm: FormState = { values: {}, errors: {} }
