import type { ComponentProps } from "react"
import { classNames } from "./class-names"

export type Option = { value: string; label: string }

/** The browser's own select: works on a phone, with a keyboard and in a form without script. */
export function Select({
  options,
  empty,
  className,
  ...props
}: ComponentProps<"select"> & { options: readonly Option[]; empty?: string }) {
  return (
    <select {...props} className={classNames("control", className)}>
      {empty !== undefined ? <option value="">{empty}</option> : null}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
