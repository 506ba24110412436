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
import { DossierSummary } from "../dossier/dossier-summary"
import { useAssessment, useEditReason } from "./use-assessment"

const ConsultationDialog = dynamic(() => import("./consultation-dialog"), { ssr: false })

const STATES: Record<ConsultationClock["state"], { look: State; words: string }> = {
  waiting: { look: "warning", words: "The authority's time runs" },
  suspended: { look: "later", words: "The clock stands" },
  late: { look: "bad", words: "The authority's time has run out" },
  answered: { look: "good", words: "The authority has advised" },
}

/** Whether the authority has to be asked first, and the clock of its answer with how each date is found. */
export function ConsultationSection() {
  const { assessment } = useAssessment()
  const { may } = useWorkspace()
  const held = may("dpia.edit")
  const archived = assessment.state === "archived"
  const reason = useEditReason()
  const closed = !held.ok ? held.reason : archived ? reason : undefined
  const [open, setOpen] = useState(false)
  const { needed, facts, clock } = assessment.consultation
  const record = (
    <Button disabledReason={closed} onClick={() => setOpen(true)}>
      {clock ? "Change dates" : "Record the request"}
    </Button>
  )
  return (
    <>
      <RiskNotice needed={needed} clock={clock} product={assessment.product.name} />
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
      {clock ? <div className="mt-3">{record}</div> : null}
      {needed || clock ? <DossierSummary reason={closed}>{clock ? null : record}</DossierSummary> : null}
      {open ? <ConsultationDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}

type Risk = { needed: boolean; clock: ConsultationClock | null; product: string }

/** Whether the authority has to be asked, and what that means for the product. */
function RiskNotice({ needed, clock, product }: Risk) {
  if (!needed) {
    return (
      <Notice state="good">
        <b>No high risk remains.</b> A prior consultation is not needed (Art. 36(1) GDPR).
      </Notice>
    )
  }
  if (clock?.state === "answered") {
    return (
      <Notice state="warning">
        <b>A high risk remains, and the authority has advised.</b> Put its advice into the measures; a change
        begins a new version.
      </Notice>
    )
  }
  return (
    <Notice state="bad">
      <b>A high risk remains.</b>{" "}
      {clock
        ? `${product} must not go live before the supervisory authority has advised (Art. 36 GDPR), or the risk was lowered.`
        : "The supervisory authority has to be consulted before the processing begins (Art. 36(1) GDPR), or the risk has to be lowered."}
    </Notice>
  )
}
