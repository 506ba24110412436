"use client"
import dynamic from "next/dynamic"
import { useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import type { State } from "@/components/ui/icon"
import { Notice } from "@/components/ui/notice"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import type { ConsultationClock } from "@/server/dpia/domain/consultation"
import { shortDay } from "@/server/strategy/domain/day-words"
import { useAssessment, useEditReason } from "./use-assessment"

const ConsultationDialog = dynamic(() => import("./consultation-dialog"), { ssr: false })

const STATES: Record<ConsultationClock["state"], { look: State; words: string }> = {
  waiting: { look: "warning", words: "The authority's time runs" },
  suspended: { look: "later", words: "The clock stands" },
  late: { look: "bad", words: "The authority's time has run out" },
  answered: { look: "good", words: "The authority has advised" },
}

const DOSSIER = [
  "Who is responsible for what: controller, joint controllers, processors (36(3)(a))",
  "Purposes and means (36(3)(b))",
  "Measures and safeguards (36(3)(c))",
  "How to reach the data protection officer (36(3)(d))",
  "This assessment (36(3)(e))",
  "Whatever else the authority asks for (36(3)(f))",
]

/** Whether the authority has to be asked first, and the clock of its answer with how each date is found. */
export function ConsultationSection() {
  const { assessment } = useAssessment()
  const { may } = useWorkspace()
  const held = may("dpia.edit")
  const archived = assessment.state === "archived"
  const reason = useEditReason()
  const [open, setOpen] = useState(false)
  const { needed, facts, clock } = assessment.consultation
  return (
    <>
      {needed ? (
        <Notice state="bad">
          <b>A high risk remains.</b> The supervisory authority has to be consulted before the processing
          begins (Art. 36(1) GDPR), or the risk has to be lowered.
        </Notice>
      ) : (
        <Notice state="good">
          <b>No high risk remains.</b> A prior consultation is not needed (Art. 36(1) GDPR).
        </Notice>
      )}
      {clock ? (
        <>
          <p>
            <StateWord state={STATES[clock.state].look}>{STATES[clock.state].words}</StateWord>
            {facts.adviceOn ? `, on ${shortDay(facts.adviceOn)}` : null}
          </p>
          <Table label="How the date is found">
            <thead>
              <tr>
                <Th>Step</Th>
                <Th>Date</Th>
              </tr>
            </thead>
            <tbody>
              {clock.derivation.map(({ text, day }) => (
                <tr key={text}>
                  <Td>{text}</Td>
                  <Td className="whitespace-nowrap">{shortDay(day)}</Td>
                </tr>
              ))}
              <tr>
                <Th scope="row">
                  <b>Advice is due by</b>
                </Th>
                <Td className="whitespace-nowrap">
                  <b>{shortDay(clock.dueOn)}</b>
                </Td>
              </tr>
              <tr>
                <Td>
                  An extension has to be notified by
                  <small>One month after receipt, Art. 36(2)</small>
                </Td>
                <Td className="whitespace-nowrap">{shortDay(clock.extensionNoticeBy)}</Td>
              </tr>
            </tbody>
          </Table>
          {clock.remarks.map((remark) => (
            <Notice key={remark} state="warning">
              {remark}.
            </Notice>
          ))}
        </>
      ) : null}
      {needed && !clock ? (
        <>
          <h3>What the authority gets</h3>
          <ul className="entries">
            {DOSSIER.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
      {needed || clock ? (
        <div className="mt-3">
          <Button
            disabledReason={!held.ok ? held.reason : archived ? reason : undefined}
            onClick={() => setOpen(true)}
          >
            {clock ? "Change dates" : "Record the request"}
          </Button>
        </div>
      ) : null}
      {open ? <ConsultationDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}
