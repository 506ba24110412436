"use client"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { Button } from "@/components/ui/button"
import { notify } from "@/components/ui/toast"
import { shortAddress } from "@/server/discussion/domain/link"
import type { Material } from "./discussion-data"

type Props = {
  links: Material["links"]
  mayRemove: (authorId: string) => boolean
  onRemove: (id: string) => Promise<void>
}

/** Addresses elsewhere, by their title with the host beside it. */
export function LinkList({ links, mayRemove, onRemove }: Props) {
  const [pending, setPending] = useState<string>()
  if (links.length === 0) return null
  const remove = async (id: string) => {
    setPending(id)
    await onRemove(id).catch((error) => notify.error(`The link was not removed. ${errorMessage(error)}`))
    setPending(undefined)
  }
  return (
    <ul className="files">
      {links.map((link) => (
        <li key={link.id}>
          <span className="kind" aria-hidden="true">
            link
          </span>
          <span className="what">
            <a href={link.url} rel="noopener noreferrer nofollow" target="_blank">
              {link.title}
            </a>
            {link.title === shortAddress(link.url) ? null : (
              <span className="hint">{shortAddress(link.url)}</span>
            )}
          </span>
          {mayRemove(link.createdById) ? (
            <Button
              size="small"
              variant="quiet"
              aria-label={`Remove the link ${link.title}`}
              pending={pending === link.id}
              onClick={() => void remove(link.id)}
            >
              Remove
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
