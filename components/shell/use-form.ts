"use client"
import { type FormEvent, useEffect, useRef, useState } from "react"
import type { z } from "zod"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { atFields, type Problems, problemsOf } from "./form-problems"
import { useFormDraft } from "./use-form-draft"

type Options = {
  /** Keeps what is typed through a reload: names the form and the version it began with. */
  draft?: string
  /** Where the form shows what the server refused, if not under the server's names. */
  at?: (refused: Problems) => Problems
}

/**
 * A form that checks what the server checks, keeps what was typed, and puts messages at their fields. `send` gets the
 * values when they pass; what it throws is shown, at its fields where it names some.
 */
export function useForm<Values extends object>(
  check: z.ZodType | ((values: Values) => Problems),
  initial: Values,
  send: (values: Values) => Promise<unknown>,
  { draft, at }: Options = {},
) {
  const { value: values, change, forget } = useFormDraft(draft, initial)
  const [errors, setErrors] = useState<Problems>({})
  const [refusal, setRefusal] = useState<unknown>()
  const [pending, setPending] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (Object.keys(errors).length === 0) return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [errors])

  const set = (patch: Partial<Values>) => change((before) => ({ ...before, ...patch }))
  const field = <Name extends keyof Values & string>(name: Name) => ({
    value: values[name],
    error: errors[name],
    onChange: (value: Values[Name]) => change((before) => ({ ...before, [name]: value })),
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (pending) return
    setRefusal(undefined)
    const problems = typeof check === "function" ? check(values) : problemsOf(check, values)
    setErrors(problems)
    if (Object.keys(problems).length > 0) return
    setPending(true)
    try {
      await send(values)
      forget()
    } catch (error) {
      const refused = fieldErrors(error)
      setErrors(at ? at(refused) : atFields(refused, values))
      setRefusal(error)
    } finally {
      setPending(false)
    }
  }
  const placed = Object.keys(errors).some((path) => at || (path.split(".")[0] ?? "") in values)
  return {
    values,
    set,
    /** What a field needs that writes a value as it is: the value, what is wrong with it, and how to change it. */
    field,
    errors,
    setErrors,
    /** What the server said when it refused; a conflict carries what somebody else saved. */
    refusal,
    /** Goes on after a refusal, with what was typed. */
    goOn: () => setRefusal(undefined),
    message: refusal !== undefined && !placed ? errorMessage(refusal) : undefined,
    pending,
    /** Forgets the draft, when the form is given up. */
    discard: forget,
    props: { ref: form, onSubmit: submit, noValidate: true },
  }
}
