"use client"
import Link from "next/link"
import { type MouseEvent, memo, type Ref } from "react"
import { Person } from "@/components/ui/person"
import { ITEM_STATUS_LABELS, ITEM_TYPE_LABELS } from "@/server/backlog/domain/item"
import { nameScore } from "@/server/scoring/domain/format-score"
import type { Framework } from "@/server/scoring/domain/framework"
import { ShareBar } from "../robustness/share-bar"
import { ScorerDots } from "../scorer-dots"
import type { Drawn, RankedRow as Row } from "../scoring-data"

type Props = {
  rowRef: Ref<HTMLTableRowElement>
  row: Row
  index: number
  framework: Framework
  share: Drawn["items"][number] | undefined
  href: string
  whyHref: string
  current: boolean
  /** Tab reaches the links of this row; those of the others are reached by j and k. */
  tabStop: boolean
  onChoose: (key: string) => void
}

/** Id of the score of a row, so that moving by key can focus it. */
export const scoreLinkId = (key: string) => `score-${key}`

export const RankedRow = memo(function RankedRow(props: Props) {
  const { rowRef, row, index, framework, share, href, whyHref, current, onChoose } = props
  const { item } = row
  const tabIndex = props.tabStop ? 0 : -1
  const [first] = framework.criteria
  const score = nameScore(framework.method, row)
  const names = framework.criteria.filter(({ key }) => row.split.includes(key)).map(({ name }) => name)
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onChoose(item.key)
  }
  return (
    <tr
      ref={rowRef}
      data-index={index}
      aria-rowindex={index + 2}
      className={current ? "cur" : undefined}
      onPointerDown={() => onChoose(item.key)}
    >
      <td className="rk num">{row.rank}</td>
      <td className="ti">
        <span className="ky">{item.key}</span>{" "}
        <Link className="plain" href={href} tabIndex={tabIndex}>
          {item.title}
        </Link>
      </td>
      <td className="kd">{ITEM_TYPE_LABELS[item.type]}</td>
      <td className="sc num">
        <a
          id={scoreLinkId(item.key)}
          className="figure-link"
          href={whyHref}
          tabIndex={tabIndex}
          aria-label={`${score}, why ${item.key} has this score`}
          aria-current={current || undefined}
          title={row.tie ?? undefined}
          onClick={open}
        >
          {score}
        </a>
      </td>
      <td className="dg">
        {first ? <ScorerDots criterion={first} values={row.dots} split={names} /> : null}
      </td>
      <td className={share?.band == null ? "fi" : "fi banded"}>
        {share ? (
          <ShareBar
            share={share.first}
            title={
              share.dominatedBy
                ? `Never first: ${share.dominatedBy} is at least as good on every criterion`
                : undefined
            }
          />
        ) : null}
      </td>
      <td className="stt">{ITEM_STATUS_LABELS[item.status]}</td>
      <td className="ow">{item.ownerName ? <Person name={item.ownerName} size="small" /> : null}</td>
    </tr>
  )
})
