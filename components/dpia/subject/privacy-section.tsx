"use client"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button, buttonClass } from "@/components/ui/button"
import { SectionHead } from "@/components/ui/section-head"
import { StateWord } from "@/components/ui/state-word"
import { ASSESSMENT_STATE_LABELS, type ListedAssessment } from "@/server/dpia/domain/assessment-row"
import { changeCount } from "@/server/dpia/domain/known-facts"
import { VERDICT_LABELS } from "@/server/dpia/domain/screening"
import { PERSONAL_DATA_LABELS } from "@/server/dpia/domain/screening-input"
import { SCREENING_STATE_LABELS, screeningPath } from "@/server/dpia/domain/screening-row"
import type { Scope } from "@/server/kernel/domain/grants"
import "../dpia.css"
import { ASSESSMENT_LOOKS, SCREENING_LOOKS } from "../prepare-states"
import { DeclareForm } from "./declare-form"
import { newestWords, nextPrivacyStep, subjectInput } from "./prepare-subject"

/** So many of a product's assessments are shown; the list has the rest. */
const NEWEST = 5

type Props = { subject: { type: "product" | "item"; id: string; name: string }; scope: Scope }

/** On the page of a product or an item: personal data, screening, assessments, and the next step. */
export default function PrivacySection({ subject, scope }: Props) {
  const trpc = useTRPC()
  const { workspace, may } = useWorkspace()
  const [declaring, setDeclaring] = useState(false)
  const mayRead = may("dpia.read", scope).ok
  const { data } = useQuery(
    trpc.dpia.getScreening.queryOptions({ subject: subjectInput(subject) }, { enabled: mayRead }),
  )
  const { data: found } = useQuery(
    trpc.dpia.listAssessments.queryOptions(
      { filter: { productIds: [subject.id] }, limit: NEWEST },
      { enabled: mayRead && subject.type === "product" },
    ),
  )
  if (!mayRead || !data) return null
  const base = `/${workspace.slug}`
  const { declaration, screening, state } = data
  const assessments = found?.assessments ?? []
  const verdict = screening?.verdict ?? null
  const step = nextPrivacyStep({
    declaration,
    state,
    screening,
    assessments: assessments.map(({ key }) => key),
  })
  const addresses = {
    screening: `${base}${screeningPath(data.subject)}`,
    new: `${base}/privacy/assessments/new?${subject.type}=${subject.id}`,
    assessment: `${base}/privacy/assessments/${assessments[0]?.key}`,
  }
  const editable = may("dpia.edit", scope)
  return (
    <section className="privacy-section">
      <SectionHead
        title="Privacy"
        right={
          editable.ok && declaration && !declaring ? (
            <Button size="small" onClick={() => setDeclaring(true)}>
              Declare anew
            </Button>
          ) : undefined
        }
      />
      {declaring ? (
        <DeclareForm subject={subject} declaration={declaration} onDone={() => setDeclaring(false)} />
      ) : (
        <dl className="dpia-facts">
          <dt>Personal data</dt>
          <dd>
            {declaration ? PERSONAL_DATA_LABELS[declaration.personalData] : "Nobody has said"}
            {declaration?.note ? <span className="sub">{declaration.note}</span> : null}
          </dd>
          {state === "undeclared" || state === "none" ? null : (
            <>
              <dt>Screening</dt>
              <dd>
                <Link className="plain" href={addresses.screening}>
                  <StateWord state={SCREENING_LOOKS[state]}>{SCREENING_STATE_LABELS[state]}</StateWord>
                </Link>
                {verdict ? <span className="sub">{VERDICT_LABELS[verdict]}</span> : null}
                <Changed count={screening?.drift?.changes.length ?? 0} />
              </dd>
            </>
          )}
          {assessments.map((one) => (
            <Assessment key={one.key} base={base} row={one} />
          ))}
          {found && found.total > assessments.length ? (
            <>
              <dt>More</dt>
              <dd>
                <Link href={`${base}/privacy?product=${subject.id}`}>
                  {newestWords(assessments.length, found.total)}
                </Link>
              </dd>
            </>
          ) : null}
        </dl>
      )}
      {declaring || step.to === null || !editable.ok ? null : step.to === "declare" ? (
        <Button size="small" className="mt-2" onClick={() => setDeclaring(true)}>
          {step.words}
        </Button>
      ) : (
        <Link className={buttonClass({ size: "small" }, "mt-2")} href={addresses[step.to]}>
          {step.words}
        </Link>
      )}
    </section>
  )
}

/** Facts that came or went since it was handed in. */
function Changed({ count }: { count: number }) {
  return count > 0 ? <span className="sub warning">{changeCount(count)} since</span> : null
}

function Assessment({ base, row }: { base: string; row: ListedAssessment }) {
  return (
    <>
      <dt>{row.key}</dt>
      <dd>
        <Link className="plain" href={`${base}/privacy/assessments/${row.key}`}>
          <StateWord state={ASSESSMENT_LOOKS[row.state]}>{ASSESSMENT_STATE_LABELS[row.state]}</StateWord>
        </Link>
        <span className="sub">
          {row.name}, version {row.version}
        </span>
        <Changed count={row.changedFacts} />
      </dd>
    </>
  )
}
