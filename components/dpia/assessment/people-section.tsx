"use client"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { SectionHead } from "@/components/ui/section-head"
import { StateWord } from "@/components/ui/state-word"
import { OPINION_LABELS } from "@/server/dpia/domain/assessment-fields"
import { peopleProblem } from "@/server/dpia/domain/completeness"
import { useAssessment, useEditReason } from "./use-assessment"

const Markdown = dynamic(() => import("@/components/ui/markdown").then((module) => module.Markdown))
const PeopleDialog = dynamic(() => import("./people-dialog"), { ssr: false })

/** The views of the people concerned (Art. 35(9)), or why they were not asked. */
export function PeopleSection() {
  const { assessment } = useAssessment()
  const reason = useEditReason()
  const [open, setOpen] = useState(false)
  const { people } = assessment
  const missing = peopleProblem(people)
  return (
    <section className="question">
      <SectionHead title="Views of the people concerned" note="Art. 35(9) GDPR" />
      {people.sought === true && people.status !== null ? (
        <p>
          <StateWord state={people.status === 1 ? "good" : "bad"}>{OPINION_LABELS[people.status]}</StateWord>{" "}
          <span className="hint">{people.names}</span>
        </p>
      ) : null}
      {people.sought === true && people.opinion ? <Markdown text={people.opinion} /> : null}
      {people.sought === false && people.reason ? (
        <>
          <p>They were not asked, because:</p>
          <Markdown text={people.reason} />
        </>
      ) : null}
      {missing ? <p className="muted">{missing}.</p> : null}
      <div className="mt-3">
        <Button disabledReason={reason} onClick={() => setOpen(true)}>
          {missing ? "Record views" : "Change views"}
        </Button>
      </div>
      {open ? <PeopleDialog onClose={() => setOpen(false)} /> : null}
    </section>
  )
}
