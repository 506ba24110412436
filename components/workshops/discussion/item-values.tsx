"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { SectionHead } from "@/components/ui/section-head"
import { StateWord } from "@/components/ui/state-word"
import { countedEntries, type Disagreement } from "@/server/workshops/domain/round-results"
import { fateWords, gapWords } from "../prepare-workshop"
import type { Workshop, WorkshopItem } from "../workshop-data"
import { DotPlot } from "./dot-plot"
import { preparePlot } from "./prepare-dot-plot"

type Props = {
  workshop: Workshop
  item: WorkshopItem
  row: Disagreement
  nameOf: (userId: string) => string
}

/** Everything about one item's scores: a plot per criterion, the widest gap first, the reasons, the formula. */
export function ItemValues({ workshop, item, row, nameOf }: Props) {
  const { workspace } = useWorkspace()
  const { definition } = workshop.framework
  const byItem = workshop.rounds.map(({ round, entries }) => ({
    round,
    entries: entries.filter(({ itemId }) => itemId === item.itemId),
  }))
  const counted = countedEntries(byItem.map(({ entries }) => entries))
  const first = byItem[0]?.entries ?? []
  const again = (byItem[1]?.entries.length ?? 0) > 0
  const gapOf = (key: string) => row.gaps.find(({ criterion }) => criterion.key === key)
  const criteria = [...definition.criteria].sort(
    (a, b) => (gapOf(b.key)?.apart ?? -1) - (gapOf(a.key)?.apart ?? -1),
  )
  const notes = counted.filter(({ note }) => note !== "")
  const { result } = row.combined
  const fate = fateWords(item)
  return (
    <section className="item-values" aria-label={`Scores of ${item.key}`}>
      <p className="hint">
        <span className="ky">{item.key}</span>
        {item.productName ? ` ${item.productName}` : ""}
        {fate ? <StateWord state="unknown">{fate}</StateWord> : null}
      </p>
      <h2>
        <Link className="plain" href={`/${workspace.slug}/items/${item.key}`}>
          {item.title}
        </Link>
      </h2>
      <p className="muted">
        {result.status === "scored" ? result.sentence : "No score yet: a criterion has no value."}
      </p>
      {criteria.map((criterion) => {
        const gap = gapOf(criterion.key)
        const median =
          row.combined.spreads.find((spread) => spread.criterion === criterion.key)?.median ?? null
        return (
          <div key={criterion.key} className="values-row">
            <SectionHead
              title={criterion.name}
              note={gapWords(gap, median)}
              right={gap?.split ? <StateWord state="warning">split</StateWord> : null}
            />
            {again ? (
              <>
                <p className="hint round-name">Round 1</p>
                <DotPlot
                  quiet
                  name={`${criterion.name}, round 1`}
                  plot={preparePlot(criterion, first, nameOf, null)}
                />
                <p className="hint round-name">After round 2</p>
              </>
            ) : null}
            <DotPlot
              name={criterion.name}
              split={gap?.split ?? false}
              plot={preparePlot(criterion, counted, nameOf, median)}
            />
          </div>
        )
      })}
      {notes.length > 0 ? (
        <>
          <h3>What they wrote</h3>
          <ul className="voices">
            {notes.map(({ userId, note }) => (
              <li key={userId}>
                <b>{nameOf(userId)}</b> <span className="muted">{note}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
