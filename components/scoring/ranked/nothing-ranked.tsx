"use client"
import Link from "next/link"
import { isFiltered } from "@/components/backlog/prepare-filter"
import { buttonClass } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import type { ScoringAddress } from "../prepare-address"
import type { RankingPage } from "../scoring-data"

type Props = { ranking: RankingPage; address: ScoringAddress; scoreHref: string }

/** Why the ranking is empty, and the one thing to do about it. */
export function NothingRanked({ ranking, address, scoreHref }: Props) {
  const { definition } = ranking.framework
  const waiting = ranking.unscoredTotal
  if (waiting > 0) {
    return (
      <EmptyState
        title="Nothing is scored yet"
        action={
          <Link className={buttonClass({ variant: "primary" })} href={scoreHref}>
            Score items
          </Link>
        }
        sample={<p className="muted">{definition.criteria.map(({ name }) => name).join(", ")}</p>}
      >
        {waiting === 1 ? "1 open item waits" : `${waiting.toLocaleString("en-GB")} open items wait`} for a{" "}
        {definition.name} score. As soon as one person has filled in every criterion of an item, it is ranked
        here, with the formula and who gave what.
      </EmptyState>
    )
  }
  return (
    <EmptyState title={isFiltered(address.filter) ? "No item matches" : "The backlog has no open items"}>
      {isFiltered(address.filter)
        ? "Clear a filter, or choose a state: without one, only open items are ranked."
        : "Items appear here once they are created or imported, and ranked once they are scored."}
    </EmptyState>
  )
}
