"use client"
import { Dialog as Radix } from "radix-ui"
import type { ReactNode } from "react"
import { classNames } from "./class-names"
import { useReturnFocus } from "./return-focus"
import { SharedReason } from "./shared-reason"

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  children?: ReactNode
  /** The buttons, the safe one first. */
  actions?: ReactNode
  wide?: boolean
  /** Interrupts with a question that has to be answered. */
  alert?: boolean
  /** Something to read: focus starts at the top instead of the first control. */
  reading?: boolean
}

/** A task in front of the page. Escape or a click beside it closes; focus returns to where it was. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  actions,
  wide,
  alert,
  reading,
}: Props) {
  const focus = useReturnFocus(reading)
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content
          role={alert ? "alertdialog" : "dialog"}
          className={classNames("dialog", wide && "wide")}
          {...focus}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <Radix.Title>{title}</Radix.Title>
          {description ? <Radix.Description className="about">{description}</Radix.Description> : null}
          <SharedReason reason={undefined}>
            {children ? <div className="body">{children}</div> : null}
            {actions ? <div className="acts">{actions}</div> : null}
          </SharedReason>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
