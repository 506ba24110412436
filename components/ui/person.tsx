import { classNames } from "./class-names"
import { initials } from "./prepare-initials"

/** A person as initials; the name is spoken and on hover. `note` adds what they are: "product owner". */
export function Person({ name, note, size }: { name: string; note?: string; size?: "small" }) {
  const title = note ? `${name}, ${note}` : name
  return (
    <span className={classNames("person", size)} role="img" aria-label={title} title={title}>
      {initials(name)}
    </span>
  )
}
