import type { ComponentProps, ReactNode } from "react"

/** A checkbox with its words; the words are part of the target. `hint` explains the consequence. */
export function Checkbox({
  children,
  hint,
  ...props
}: Omit<ComponentProps<"input">, "type"> & { hint?: ReactNode }) {
  return (
    <label className="check">
      <input type="checkbox" {...props} />
      <span>
        {children}
        {hint ? <span className="sub">{hint}</span> : null}
      </span>
    </label>
  )
}
