"use client"
import { DataFlow } from "./data-flow"
import { useAssessment } from "./use-assessment"
import { useRecipients } from "./use-recipients"

/** The data flow as it is known now; it is signed together with the assessment. */
export default function FlowSection() {
  const { assessment } = useAssessment()
  const recipients = useRecipients(assessment.product.id)
  return <DataFlow facts={assessment.facts} recipients={recipients} />
}
