import { type ComponentProps, type MouseEvent, useId } from "react"
import { classNames } from "./class-names"
import { Icon } from "./icon"
import { useSharedReason } from "./shared-reason"

export type ButtonLook = { variant?: "primary" | "default" | "quiet" | "danger"; size?: "normal" | "small" }

/** The classes of a button, for a link that looks like one: `<Link className={buttonClass({ variant: "primary" })}>`. */
export function buttonClass({ variant = "default", size = "normal" }: ButtonLook = {}, className?: string) {
  return classNames("btn", variant !== "default" && variant, size === "small" && "small", className)
}

type Props = Omit<ComponentProps<"button">, "disabled"> &
  ButtonLook & {
    /** Why it may not be pressed (a policy's own reason). The button keeps its place and focus, and says so below. */
    disabledReason?: string
    /** Id of an element that already shows the reason; then it is not repeated below the button. */
    reasonId?: string
    /** Work is under way: a second press does nothing. */
    pending?: boolean
  }

export function Button(props: Props) {
  const { variant, size, disabledReason, reasonId, pending, className, children, onClick, ...rest } = props
  const ownId = useId()
  const sharedId = useSharedReason(disabledReason)
  const saidId = reasonId ?? sharedId
  const stopped = Boolean(disabledReason) || pending === true
  const describedBy = [rest["aria-describedby"], disabledReason && (saidId ?? ownId)]
    .filter(Boolean)
    .join(" ")
  const stop = (event: MouseEvent<HTMLButtonElement>) => event.preventDefault()
  const button = (
    <button
      type="button"
      {...rest}
      className={buttonClass({ variant, size }, className)}
      aria-describedby={describedBy || undefined}
      {...(stopped && { "aria-disabled": true })}
      {...(sharedId && { title: disabledReason })}
      {...(pending && { "aria-busy": true })}
      onClick={stopped ? stop : onClick}
    >
      {disabledReason ? <Icon name="lock" /> : null}
      {children}
    </button>
  )
  if (!disabledReason || saidId) return button
  return (
    <span className="btn-why">
      {button}
      <span className="why" id={ownId}>
        {disabledReason}
      </span>
    </span>
  )
}
