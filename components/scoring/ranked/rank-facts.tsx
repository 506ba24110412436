"use client"
import { useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { shareText } from "@/server/scoring/domain/robustness"
import { RELATIVE_NOTE } from "@/server/scoring/domain/score-together"
import { measureInput, type ScoringAddress, type ScoringPanel } from "../prepare-address"
import { people } from "../prepare-words"
import { comparedWords, drawnWords } from "../robustness/prepare-robustness"
import type { RankingPage, Robustness } from "../scoring-data"

type Props = {
  ranking: RankingPage
  robustness: Robustness | undefined
  address: ScoringAddress
  frameworkKey: string
  onOpen: (panel: ScoringPanel) => void
}

/** How far the list can be trusted, in one line beside it; each fact opens. */
export function RankFacts({ ranking, robustness, address, frameworkKey, onOpen }: Props) {
  const trpc = useTRPC()
  const { definition, version } = ranking.framework
  const { data: agreement } = useQuery(
    trpc.scoring.measureAgreement.queryOptions(measureInput(address, frameworkKey), { staleTime: 60_000 }),
  )
  const leader = robustness?.drawn?.items[0]
  return (
    <section className="rank-facts" aria-label="How far this ranking can be trusted">
      <span>
        {people(ranking.scorers)}, {definition.name} version {version}
      </span>
      {ranking.relative ? <span title={RELATIVE_NOTE}>Relative to this list</span> : null}
      <Button size="small" variant="quiet" onClick={() => onOpen("agreement")}>
        {agreement?.value
          ? `Agreement ${agreement.value.band}, ICC ${agreement.value.value.toFixed(2).replace("-", "−")}`
          : agreement
            ? "Agreement: not enough scorers"
            : "Agreement"}
        {agreement?.order ? `, W ${agreement.order.w.toFixed(2)}` : ""}
      </Button>
      <Button size="small" variant="quiet" onClick={() => onOpen("robustness")}>
        {leader && robustness?.drawn
          ? `${leader.key} first in ${shareText(leader.first)} of ${drawnWords(robustness.drawn)}${comparedWords(robustness)}`
          : "How sure is this order?"}
      </Button>
    </section>
  )
}
