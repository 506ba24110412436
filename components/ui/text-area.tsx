import type { ComponentProps } from "react"
import { classNames } from "./class-names"

export function TextArea({ className, rows = 4, ...props }: ComponentProps<"textarea">) {
  return <textarea rows={rows} {...props} className={classNames("control", className)} />
}
