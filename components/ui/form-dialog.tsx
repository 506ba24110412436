"use client"
import { type ComponentProps, type ReactNode, useId } from "react"
import { Button } from "./button"
import { Dialog } from "./dialog"
import { Notice } from "./notice"

/** What the dialog needs of a form: its handlers, whether it is being sent, and what was refused as a whole. */
type Form = {
  props: ComponentProps<"form">
  pending: boolean
  message: string | undefined
  /** Forgets the draft, when the form is given up. */
  discard?: () => void
}

type Props = {
  form: Form
  title: string
  description?: ReactNode
  /** The verb on the button. */
  action: string
  danger?: boolean
  /** Why it may not be sent at present. */
  disabledReason?: string
  wide?: boolean
  /** Stands above the fields instead of what was refused. */
  notice?: ReactNode
  onClose: () => void
  children: ReactNode
}

/** A form in front of the page: Cancel and one verb; what the server refuses stands above the fields. */
export function FormDialog({
  form,
  title,
  description,
  action,
  danger,
  disabledReason,
  wide,
  notice,
  onClose,
  children,
}: Props) {
  const id = useId()
  const close = () => {
    form.discard?.()
    onClose()
  }
  return (
    <Dialog
      open
      wide={wide}
      onOpenChange={(open) => open || close()}
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button
            type="submit"
            form={id}
            variant={danger ? "danger" : "primary"}
            pending={form.pending}
            disabledReason={disabledReason}
          >
            {action}
          </Button>
        </>
      }
    >
      <form id={id} {...form.props}>
        {notice ?? (form.message ? <Notice state="bad">{form.message}</Notice> : null)}
        {children}
      </form>
    </Dialog>
  )
}
