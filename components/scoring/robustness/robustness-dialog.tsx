"use client"
import "./robustness.css"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Dialog } from "@/components/ui/dialog"
import { Select } from "@/components/ui/select"
import { SkeletonLines } from "@/components/ui/skeleton"
import { WEIGHTING_LABELS, WEIGHTINGS, type Weightings } from "@/server/scoring/domain/robustness"
import { measureInput, type ScoringAddress } from "../prepare-address"
import type { Robustness } from "../scoring-data"
import { leaderWords, methodWords, placesOptions, swapWords } from "./prepare-robustness"
import { RankBars } from "./rank-bars"
import { RobustnessTable } from "./robustness-table"
import { WinsMap } from "./wins-map"

type Props = { address: ScoringAddress; frameworkKey: string; scorers: number; onClose: () => void }

const VIEWS = [
  { value: "bars", label: "Ranks as bars" },
  { value: "wins", label: "Who stands above whom" },
  { value: "table", label: "Table" },
] as const
type View = (typeof VIEWS)[number]["value"]

/** How sure the order of the list is, opened from the strip beside it. */
export default function RobustnessDialog({ address, frameworkKey, scorers, onClose }: Props) {
  const trpc = useTRPC()
  const [weightings, setWeightings] = useState<Weightings>("order")
  const [withSpread, setSpread] = useState(false)
  const [from, setFrom] = useState(0)
  const [view, setView] = useState<View>("bars")
  const input = {
    ...measureInput(address, frameworkKey),
    ...(weightings !== "order" && { weightings }),
    ...(withSpread && { withSpread }),
    ...(from > 0 && { from }),
  }
  const { data, error, isFetching } = useQuery({
    ...trpc.scoring.measureRobustness.queryOptions(input, { retry: false, staleTime: 60_000 }),
    placeholderData: keepPreviousData,
  })
  const places = placesOptions(data?.total ?? 0)
  return (
    <Dialog
      open
      wide
      reading
      onOpenChange={(open) => !open && onClose()}
      title="How sure is this order?"
      description={data ? (leaderWords(data, scorers) ?? data.reason ?? "") : "Drawing the rankings"}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      {error ? (
        <p role="alert" className="bad">
          {errorMessage(error)}
        </p>
      ) : !data ? (
        <SkeletonLines lines={10} label="Drawing the rankings" />
      ) : data.drawn ? (
        <div className="robustness" aria-busy={isFetching || undefined}>
          <div className="robust-bar">
            {places.length > 0 ? (
              <Select
                aria-label="Places compared"
                options={places}
                value={String(from)}
                onChange={(event) => setFrom(Number(event.target.value))}
              />
            ) : null}
            {data.drawn.basis === "weights" ? (
              <>
                <Select
                  aria-label="Which weightings are plausible"
                  options={WEIGHTINGS.map((value) => ({ value, label: WEIGHTING_LABELS[value] }))}
                  value={weightings}
                  onChange={(event) => setWeightings(event.target.value as Weightings)}
                />
                <Checkbox checked={withSpread} onChange={() => setSpread(!withSpread)}>
                  Also vary the values within what people gave
                </Checkbox>
              </>
            ) : null}
            <Select
              aria-label="Show"
              options={VIEWS}
              value={view}
              onChange={(event) => setView(event.target.value as View)}
            />
          </div>
          <Picture robustness={data} view={view} />
          <Swaps robustness={data} />
          <p className="hint mt-3">
            {methodWords(data).join(" ")} Rank acceptability, Tervonen & Figueira 2008
            {data.drawn.basis === "scorers" ? "; bootstrap, Efron 1979" : ""}.
          </p>
        </div>
      ) : null}
    </Dialog>
  )
}

function Picture({ robustness, view }: { robustness: Robustness; view: View }) {
  if (view === "table") return <RobustnessTable robustness={robustness} />
  return view === "wins" ? <WinsMap robustness={robustness} /> : <RankBars robustness={robustness} />
}

const SWAPS = 5

function Swaps({ robustness }: { robustness: Robustness }) {
  const swaps = robustness.drawn?.swaps.slice(0, SWAPS) ?? []
  if (swaps.length === 0) return null
  return (
    <>
      <h3>The smallest change of one weight that swaps neighbours</h3>
      <ol className="robust-swaps">
        {swaps.map((swap) => (
          <li key={swap.lower}>{swapWords(robustness, swap)}</li>
        ))}
      </ol>
    </>
  )
}
