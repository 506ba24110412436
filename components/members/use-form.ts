"use client"
import { type FormEvent, useEffect, useRef, useState } from "react"
import type { z } from "zod"
import { errorMessage, fieldErrors } from "@/components/api/errors"

type Errors = Record<string, string>

/** Messages by field path from the schema that the server parses with; the first of each field. */
export function problemsOf(schema: z.ZodType, values: unknown): Errors {
  const parsed = schema.safeParse(values)
  if (parsed.success) return {}
  const messages = parsed.error.issues.map((issue) => [issue.path.map(String).join("."), issue.message])
  return Object.fromEntries(messages.reverse())
}

/**
 * A form that checks what the server checks, keeps what was typed, and puts messages at their fields. `send` gets the
 * values when they pass; what it throws is shown, at its fields where it names some.
 */
export function useForm<Values extends object>(
  schema: z.ZodType,
  initial: Values,
  send: (values: Values) => Promise<unknown>,
) {
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Errors>({})
  const [message, setMessage] = useState<string>()
  const [pending, setPending] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (Object.keys(errors).length === 0) return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [errors])

  const set = (patch: Partial<Values>) => setValues((before) => ({ ...before, ...patch }))
  const refuse = (error: unknown) => {
    const fields = fieldErrors(error)
    setErrors(fields)
    if (Object.keys(fields).length === 0) setMessage(errorMessage(error))
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (pending) return
    setMessage(undefined)
    const problems = problemsOf(schema, values)
    setErrors(problems)
    if (Object.keys(problems).length > 0) return
    setPending(true)
    try {
      await send(values)
    } catch (error) {
      refuse(error)
    } finally {
      setPending(false)
    }
  }
  return {
    values,
    set,
    errors,
    setErrors,
    message,
    pending,
    props: { ref: form, onSubmit: submit, noValidate: true },
  }
}
