"use client"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { ITEM_STATUS_LABELS, ITEM_TYPE_LABELS } from "@/server/backlog/domain/item"
import { type ScoringAddress, UNSCORED_FIRST, unscoredInput } from "../prepare-address"
import { people } from "../prepare-words"
import type { RankingPage } from "../scoring-data"

type Props = { ranking: RankingPage; address: ScoringAddress; scoreHref: string }

const MORE = 100
const MOST = 1000

/** Items without a score: a group of their own below the ranking, because missing is not zero. */
export function UnscoredList({ ranking, address, scoreHref }: Props) {
  const trpc = useTRPC()
  const { workspace } = useWorkspace()
  const [limit, setLimit] = useState(UNSCORED_FIRST)
  const input = unscoredInput(address, ranking.framework.key, limit)
  const further = useQuery({
    ...trpc.scoring.rankItems.queryOptions(input, { enabled: limit > UNSCORED_FIRST }),
    placeholderData: keepPreviousData,
  })
  const rows = limit > UNSCORED_FIRST ? (further.data?.unscored ?? ranking.unscored) : ranking.unscored
  const total = ranking.unscoredTotal
  if (total === 0) return null
  return (
    <section className="unscored" aria-labelledby="unscored">
      <div className="sec">
        <h2 id="unscored">Not scored</h2>
        <span className="hint">
          {total.toLocaleString("en-GB")} {total === 1 ? "item has" : "items have"} no score. Missing is not
          zero, so {total === 1 ? "it has" : "they have"} no rank.
        </span>
        <span className="right">
          <Link href={scoreHref}>Score items</Link>
        </span>
      </div>
      <table className="data list" aria-label="Items without a score">
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col" className="kd">
              Kind
            </th>
            <th scope="col">Why it has no score</th>
            <th scope="col" className="stt">
              State
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ item, reason, scorers }) => (
            <tr key={item.id}>
              <td className="ti">
                <span className="ky">{item.key}</span>{" "}
                <Link className="plain" href={`/${workspace.slug}/items/${item.key}`}>
                  {item.title}
                </Link>
              </td>
              <td className="kd">{ITEM_TYPE_LABELS[item.type]}</td>
              <td className="rs">
                <span className="st unknown">
                  <Icon name="unknown" />
                  {reason}
                </span>
                {scorers > 0 ? <span className="hint"> ({people(scorers)})</span> : null}
              </td>
              <td className="stt">{ITEM_STATUS_LABELS[item.status]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < total ? (
        <p className="more">
          {limit < MOST ? (
            <Button
              size="small"
              pending={further.isFetching}
              onClick={() => setLimit(Math.min(MOST, limit + MORE))}
            >
              Show {Math.min(MORE, total - rows.length)} more
            </Button>
          ) : (
            <span className="hint">The first 1,000 are shown. Filter to see others.</span>
          )}
        </p>
      ) : null}
    </section>
  )
}
