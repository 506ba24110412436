import Link from "next/link"
import { classNames } from "@/components/ui/class-names"
import { shortDate } from "@/components/ui/prepare-relative-time"
import type { ThreadLink } from "@/server/products/domain/thread-link"
import { Cord } from "./cord"
import { Knot } from "./knot"
import { splitEmphasis } from "./prepare-emphasis"
import { dueWords } from "./prepare-thread"

type Props = { link: ThreadLink; now: string; here: boolean; last: boolean }

/** One link: name, knot and line, state, date, fact, next step, who owes it. Empty rows keep the columns level. */
export function ThreadColumn({ link, now, here, last }: Props) {
  const due = link.owes?.by ? dueWords(link.owes.by, now) : undefined
  return (
    <li className={classNames("link", link.state, here && "here")} aria-current={here ? "step" : undefined}>
      <h3>
        <Link href={link.href}>{link.name}</Link>
      </h3>
      <div className="run">
        {last ? null : <Cord state={link.state} />}
        <Knot state={link.state} />
      </div>
      <p className={classNames("word", link.state)}>{link.word}</p>
      <p className={classNames("when", !link.when && "none")}>{link.when ? shortDate(link.when) : null}</p>
      <p className="fact">
        {splitEmphasis(link.fact).map((piece) =>
          piece.strong ? <b key={piece.id}>{piece.text}</b> : piece.text,
        )}
      </p>
      <p className={classNames("next", !link.next && "none")}>{link.next}</p>
      <p className={classNames("owes", !link.owes && "none")}>
        {link.owes?.name}
        {due ? <span className={due.overdue ? "overdue" : undefined}> {due.text}</span> : null}
      </p>
    </li>
  )
}
