"use client"
import { useRouter } from "next/navigation"
import { useWorkspace } from "@/components/api/workspace"
import { useAddress } from "@/components/shell/use-address"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import "../dpia.css"
import "./assessment.css"
import "./question.css"
import { findQuestion } from "@/server/dpia/domain/questions"
import { ChangedFacts } from "../changed-facts"
import { AssessmentHead } from "./assessment-head"
import { ContentsList } from "./contents-list"
import { LockNotice } from "./lock-notice"
import { chosenStop, neighbours, stopGroups } from "./prepare-stops"
import { SideFacts } from "./side-facts"
import { StopBody } from "./stop-body"
import { TalkPanel } from "./talk-panel"
import { AssessmentDesk, useAssessment } from "./use-assessment"

/** One impact assessment: contents at the left, one part in the middle, talk and facts at the right. */
export function AssessmentView({ assessmentKey }: { assessmentKey: string }) {
  return (
    <AssessmentDesk assessmentKey={assessmentKey}>
      <Loaded />
    </AssessmentDesk>
  )
}

function Loaded() {
  const router = useRouter()
  const { workspace } = useWorkspace()
  const { assessment } = useAssessment()
  const { params, set } = useAddress()
  const stop = chosenStop(params.get("part"), assessment)
  const { previous, next } = neighbours(stop)
  const talk = Number(params.get("talk"))
  const stops = stopGroups(assessment).flatMap((group) => group.stops)
  const current = stops.find(({ id }) => id === stop)
  const go = (to: string | null) => {
    if (!to) return
    set("part", to)
    window.scrollTo({ top: 0 })
  }
  const print = `/${workspace.slug}/privacy/assessments/${assessment.key}/print`
  useShortcuts([
    { keys: "]", label: "Next part", hint: true, run: () => go(next) },
    { keys: "[", label: "Previous part", hint: true, run: () => go(previous) },
    { keys: "p", label: "Print", hint: true, run: () => router.push(print) },
  ])
  const titleOf = (id: string | null) => stops.find((one) => one.id === id)?.title
  return (
    <>
      <AssessmentHead />
      <LockNotice />
      <ChangedFacts
        kind="assessment"
        id={assessment.id}
        drift={assessment.drift}
        otherwise="Reopen it to assess what is new, or have the data protection officer judge that it is covered."
      />
      <div className="assessment-columns">
        <ContentsList current={stop} />
        <div className="assessment-part">
          <h2>
            {current?.number ? <span className="tag">{current.number} </span> : null}
            {current?.title}
          </h2>
          <StopBody stop={stop} />
          <nav className="part-nav" aria-label="Neighbouring parts">
            {previous ? (
              <Button variant="quiet" onClick={() => go(previous)}>
                Back: {titleOf(previous)}
              </Button>
            ) : null}
            {next ? (
              <Button className="ml-auto" onClick={() => go(next)}>
                Next: {titleOf(next)}
              </Button>
            ) : null}
          </nav>
        </div>
        <aside className="dpia-side" aria-label="Comments and facts">
          {findQuestion(talk) ? (
            <TalkPanel key={talk} questionId={talk} onClose={() => set("talk", null)} />
          ) : null}
          <SideFacts approval={stop !== "validation"} />
        </aside>
      </div>
    </>
  )
}
