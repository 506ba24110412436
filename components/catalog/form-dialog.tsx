"use client"
import { type ReactNode, useId } from "react"
import type { useForm } from "@/components/members/use-form"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"

type Form = Pick<ReturnType<typeof useForm>, "props" | "pending" | "message" | "errors">

type Props = {
  form: Form
  title: string
  description?: ReactNode
  /** The verb on the button. */
  action: string
  danger?: boolean
  wide?: boolean
  onClose: () => void
  children: ReactNode
}

/** A form in front of the page: Cancel and one verb; what the server refuses stands above the fields. */
export function FormDialog({ form, title, description, action, danger, wide, onClose, children }: Props) {
  const id = useId()
  return (
    <Dialog
      open
      wide={wide}
      onOpenChange={(open) => open || onClose()}
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} variant={danger ? "danger" : "primary"} pending={form.pending}>
            {action}
          </Button>
        </>
      }
    >
      <form id={id} {...form.props}>
        {form.message ? <Notice state="bad">{form.message}</Notice> : null}
        {children}
      </form>
    </Dialog>
  )
}
