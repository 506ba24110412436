"use client"
import dynamic from "next/dynamic"
import { useState } from "react"
import { ChartFrame } from "@/components/charts/chart-frame"
import "@/components/charts/charts.css"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Menu } from "@/components/ui/menu"
import { StateWord } from "@/components/ui/state-word"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { shortDay } from "@/server/strategy/domain/day-words"
import { gradeWords } from "@/server/strategy/domain/grade"
import type { MeasurementRow } from "@/server/strategy/domain/objective-row"
import { figuresOf, sentenceOf } from "@/server/strategy/domain/sentence"
import { SubjectList } from "../links/subject-list"
import { useLinks } from "../links/use-links"
import { Meter } from "../meter"
import type { KeyResultDetails } from "../strategy-data"
import { MeasurementTable } from "./measurement-table"
import { captionOf, seriesOf } from "./prepare-measurements"

const TimeChart = dynamic(() => import("@/components/charts/time-chart"), {
  ssr: false,
  loading: () => <div className="place" />,
})

export type KeyResultActs = {
  measure: (keyResult: KeyResultDetails) => void
  correct: (keyResult: KeyResultDetails, measurement: MeasurementRow) => void
  edit: (keyResult: KeyResultDetails) => void
  drop: (keyResult: KeyResultDetails) => void
  link: (keyResult: KeyResultDetails) => void
}

type Props = {
  keyResult: KeyResultDetails
  domainId: string | null
  asTable: boolean
  onSwap: (asTable: boolean) => void
  acts: KeyResultActs
}

/** One key result: its sentence, how it stands, its measurements over time, and what works on it. */
export function KeyResultSection({ keyResult, domainId, asTable, onSwap, acts }: Props) {
  const { may, now } = useWorkspace()
  const { remove } = useLinks()
  const [id] = useState(`result-${keyResult.id}`)
  const { standing, links, hiddenLinks, measurements } = keyResult
  const mayEdit = may("strategy.edit")
  const mayMeasure = may("strategy.measure", domainId ? { type: "domain", domainId } : WORKSPACE_SCOPE)
  const reason = mayEdit.ok ? undefined : mayEdit.reason
  const table = (
    <MeasurementTable
      metric={keyResult.metric}
      unit={keyResult.unit}
      measurements={measurements}
      onCorrect={mayMeasure.ok ? (row) => acts.correct(keyResult, row) : undefined}
    />
  )
  return (
    <section className="key-result" aria-labelledby={id}>
      <div className="kr-head">
        <div>
          <h3 id={id}>{sentenceOf(keyResult)}</h3>
          <p className="hint">
            {figuresOf(keyResult)}, {shortDay(keyResult.startDate)} to {shortDay(keyResult.dueDate)}, owner{" "}
            {keyResult.owner?.name ?? "nobody yet"}
          </p>
        </div>
        <div className="acts">
          <Button
            size="small"
            disabledReason={mayMeasure.ok ? undefined : mayMeasure.reason}
            aria-label={`Measure ${keyResult.metric}`}
            onClick={() => acts.measure(keyResult)}
          >
            Measure
          </Button>
          <Menu
            trigger={
              <Button size="small" variant="quiet" aria-label={`More about ${keyResult.metric}`}>
                More
              </Button>
            }
            groups={[
              {
                entries: [
                  {
                    label: "Link product or item",
                    onSelect: () => acts.link(keyResult),
                    disabledReason: reason,
                  },
                  { label: "Edit key result", onSelect: () => acts.edit(keyResult), disabledReason: reason },
                ],
              },
              {
                entries: [
                  {
                    label: "Take it out",
                    danger: true,
                    onSelect: () => acts.drop(keyResult),
                    disabledReason: reason,
                  },
                ],
              },
            ]}
          />
        </div>
      </div>
      <p className="kr-state">
        <StateWord state={standing.state}>{gradeWords(standing)}</StateWord>
        <Meter
          progress={standing.progress}
          expected={keyResult.direction === "range" ? undefined : standing.expected}
          state={standing.state}
        />
      </p>
      {measurements.length > 0 ? (
        <ChartFrame
          caption={captionOf(keyResult)}
          shortcut="t"
          asTable={asTable}
          onSwap={onSwap}
          chart={<TimeChart {...seriesOf(keyResult, now.slice(0, 10))} />}
          table={table}
        />
      ) : (
        <p className="hint">
          Not measured yet: the first measurement is owed by{" "}
          {shortDay(standing.nextMeasureOn ?? keyResult.dueDate)}.
        </p>
      )}
      <h4>Works on it</h4>
      {links.length + hiddenLinks > 0 ? (
        <SubjectList
          links={links}
          hidden={hiddenLinks}
          onRemove={
            mayEdit.ok
              ? (link) => void remove(link.linkId, link.type === "product" ? link.name : link.key)
              : undefined
          }
        />
      ) : (
        <p className="hint">No product and no item yet.</p>
      )}
    </section>
  )
}
