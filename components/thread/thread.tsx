import type { CSSProperties } from "react"
import { firstWaiting, type ThreadLink } from "@/server/products/domain/thread-link"
import { ThreadColumn } from "./thread-column"
import { type HangWords, ThreadHang } from "./thread-hang"
import { ThreadKey } from "./thread-key"

type Props = {
  /** In the order of the thread; any number from 1. */
  links: readonly ThreadLink[]
  /** The moment the page shows, ISO-8601 UTC. */
  now: string
  /** Better words than the link's own for the one thing to do. */
  hang?: HangWords
}

/** A product's thread, from objective to review, with the weight where it waits. */
export function Thread({ links, now, hang }: Props) {
  const waiting = firstWaiting(links)
  return (
    <>
      <h2 className="sr-only">Thread</h2>
      <div className="spine">
        <ol className="thread" style={{ "--links": links.length } as CSSProperties}>
          {links.map((link, index) => (
            <ThreadColumn
              key={link.id}
              link={link}
              now={now}
              here={link === waiting}
              last={index === links.length - 1}
            />
          ))}
        </ol>
        {waiting ? (
          <ThreadHang
            link={waiting}
            at={links.indexOf(waiting)}
            count={links.length}
            now={now}
            words={hang}
          />
        ) : (
          <ThreadKey across />
        )}
      </div>
    </>
  )
}
