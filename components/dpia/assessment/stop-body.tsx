"use client"
import dynamic from "next/dynamic"
import { eventOfPart, type Part } from "@/server/dpia/domain/questions"
import { ActionPlan } from "./action-plan"
import { EvaluationBox } from "./evaluation-box"
import { MeasuresPart } from "./measures-part"
import { findPart } from "./prepare-stops"
import { QuestionBlock } from "./question-block"
import { RiskPart } from "./risk-part"
import { useAssessment } from "./use-assessment"
import { ValidationSection } from "./validation-section"

const FlowSection = dynamic(() => import("./flow-section"))
const OwnRisks = dynamic(() => import("./own-risks").then((module) => module.OwnRisks))
const RiskOverview = dynamic(() => import("./risk-overview").then((module) => module.RiskOverview))
const Opinions = dynamic(() => import("./opinions").then((module) => module.Opinions))
const ConsultationSection = dynamic(() =>
  import("./consultation-section").then((module) => module.ConsultationSection),
)
const VersionsSection = dynamic(() => import("./versions-section").then((module) => module.VersionsSection))

/** What the middle of the page shows: one part of the method, or what is around it. */
export function StopBody({ stop }: { stop: string }) {
  const { assessment } = useAssessment()
  const part = findPart(stop)
  if (part) return <PartBody part={part} />
  if (stop === "flow") return <FlowSection />
  if (stop === "own") return <OwnRisks />
  if (stop === "map") return <RiskOverview risks={assessment.risks} />
  if (stop === "plan") return <ActionPlan />
  if (stop === "opinions") return <Opinions />
  if (stop === "consultation") return <ConsultationSection />
  if (stop === "versions") return <VersionsSection />
  return <ValidationSection />
}

function PartBody({ part }: { part: Part }) {
  const event = eventOfPart(part.id)
  if (event) return <RiskPart key={event} event={event} />
  if (part.mode === "measure") return <MeasuresPart />
  return (
    <>
      {part.questions.map((question) => (
        <QuestionBlock key={question.id} part={part} question={question} />
      ))}
      {part.mode === "item" ? <EvaluationBox reference={part.id} title={part.title} /> : null}
    </>
  )
}
