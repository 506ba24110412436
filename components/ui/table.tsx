import type { ComponentProps } from "react"
import { classNames } from "./class-names"
import { ScrollRegion } from "./scroll-region"

/** A table with a name; a wide one scrolls inside itself, never the page. */
export function Table({ label, className, ...props }: ComponentProps<"table"> & { label: string }) {
  return (
    <ScrollRegion label={label}>
      <table {...props} aria-label={label} className={classNames("data", className)} />
    </ScrollRegion>
  )
}

type Num = { num?: boolean }

export function Th({ num, className, scope = "col", ...props }: ComponentProps<"th"> & Num) {
  return <th scope={scope} {...props} className={classNames(num && "num", className) || undefined} />
}

export function Td({ num, className, ...props }: ComponentProps<"td"> & Num) {
  return <td {...props} className={classNames(num && "num", className) || undefined} />
}

/** The head of a column of buttons. */
export function ActionsTh() {
  return (
    <Th>
      <span className="sr-only">Actions</span>
    </Th>
  )
}
