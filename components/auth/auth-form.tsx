"use client"
import { type ReactNode, useActionState, useEffect, useRef } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { emptyForm, type FormAction, type FormState } from "./form-state"

type Props = {
  action: FormAction
  /** The verb on the button. */
  submit: string
  initial?: Partial<FormState>
  children: (state: FormState) => ReactNode
}

/** A form of a page outside the shell. It works without script; with it, focus goes to what needs attention. */
export function AuthForm({ action, submit, initial, children }: Props) {
  const [state, send, pending] = useActionState(action, { ...emptyForm, ...initial })
  const form = useRef<HTMLFormElement>(null)
  const message = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.message) message.current?.focus()
    else if (Object.keys(state.errors).length > 0) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    }
  }, [state])
  return (
    <form ref={form} action={send} noValidate className="mt-5">
      {state.message ? (
        <div ref={message} role="alert" tabIndex={-1} className="mb-4">
          <Notice state="bad">{state.message}</Notice>
        </div>
      ) : null}
      {children(state)}
      <Button type="submit" variant="primary" pending={pending} className="w-full">
        {submit}
      </Button>
    </form>
  )
}
