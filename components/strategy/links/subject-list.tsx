"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import type { LinkedSubject } from "@/server/strategy/domain/objective-row"

type Props = {
  links: readonly LinkedSubject[]
  /** Links whose product or item the reader may not see. */
  hidden?: number
  /** Absent for people who may not change links. */
  onRemove?: (link: LinkedSubject) => void
}

const nameOf = (link: LinkedSubject) => (link.type === "product" ? link.name : link.key)

/** Products and items that work on something, with what they contribute. */
export function SubjectList({ links, hidden = 0, onRemove }: Props) {
  const { workspace } = useWorkspace()
  const base = `/${workspace.slug}`
  return (
    <ul className="subjects">
      {links.map((link) => (
        <li key={link.linkId}>
          <span className="tag">{link.type === "product" ? "Product" : link.key}</span>
          <span className="name">
            <Link
              href={link.type === "product" ? `${base}/products/${link.slug}` : `${base}/items/${link.key}`}
            >
              {link.type === "product" ? link.name : link.title}
            </Link>
            {link.type === "item" && !link.open ? <span className="hint"> closed</span> : null}
            {link.note ? <span className="sub">{link.note}</span> : null}
          </span>
          {onRemove ? (
            <Button
              size="small"
              variant="quiet"
              aria-label={`Remove the link to ${nameOf(link)}`}
              onClick={() => onRemove(link)}
            >
              Remove
            </Button>
          ) : null}
        </li>
      ))}
      {hidden > 0 ? (
        <li className="hint">
          <Icon name="lock" /> {hidden} more that you may not see
        </li>
      ) : null}
    </ul>
  )
}
