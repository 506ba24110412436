import Link from "next/link"
import type { CSSProperties, ReactNode } from "react"
import { buttonClass } from "@/components/ui/button"
import { classNames } from "@/components/ui/class-names"
import type { ThreadLink } from "@/server/products/domain/thread-link"
import { splitEmphasis } from "./prepare-emphasis"
import { hangColumns, thingToDo } from "./prepare-thread"
import { ThreadKey } from "./thread-key"

export type HangWords = { title?: string; text?: ReactNode; actions?: ReactNode }

type Props = { link: ThreadLink; at: number; count: number; now: string; words?: HangWords }

/** The weight at the first waiting link, and the one thing to do. */
export function ThreadHang({ link, at, count, now, words = {} }: Props) {
  const columns = hangColumns(count, at)
  const place = { "--links": count, "--at": at } as CSSProperties
  return (
    <>
      <section className="hang" aria-label="Where the thread waits" style={place}>
        {columns.key ? <ThreadKey column={columns.key} /> : null}
        <svg className="weight" viewBox="0 0 18 36" aria-hidden="true">
          <path d="M7 0h4v4h3.600q1.400 0 1.400 1.400-.6 9.600-7 29.600-6.400-20-7-29.600 0-1.400 1.400-1.400H7Z" />
        </svg>
        <div className={classNames("now", columns.side)} style={{ gridColumn: columns.now }}>
          <h2>{words.title ?? thingToDo(link, now)}</h2>
          <p>
            {words.text ??
              splitEmphasis(link.fact).map((piece) =>
                piece.strong ? <b key={piece.id}>{piece.text}</b> : piece.text,
              )}
          </p>
          <div className="acts">
            {words.actions ?? (
              <Link className={buttonClass({ size: "small" })} href={link.href}>
                Open {link.name}
              </Link>
            )}
          </div>
        </div>
      </section>
      {columns.key ? null : <ThreadKey across />}
    </>
  )
}
