"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button, buttonClass } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { Menu } from "@/components/ui/menu"
import { PageHead } from "@/components/ui/page-head"
import type { SubjectAddress } from "@/server/dpia/domain/screening-input"
import { PERSONAL_DATA_LABELS } from "@/server/dpia/domain/screening-input"
import { SCREENING_STATE_LABELS, type ScreeningDetails } from "@/server/dpia/domain/screening-row"
import "../dpia.css"
import { ChangedFacts } from "../changed-facts"
import { SCREENING_LOOKS } from "../prepare-states"
import { BeginScreening } from "./begin-screening"
import { DecisionSection } from "./decision-section"
import { HandIn } from "./hand-in"
import { OfficerView } from "./officer-view"
import { decisionForm } from "./prepare-screening"
import { ScreeningConflict } from "./screening-conflict"
import { ScreeningQuestions } from "./screening-questions"
import { useScreeningEdits } from "./use-screening-edits"
import { VerdictPanel } from "./verdict-panel"
import { VersionTable } from "./version-table"

/** The screening of a product or an item: is an impact assessment due? */
export function ScreeningView({ address }: { address: SubjectAddress }) {
  const trpc = useTRPC()
  const { workspace, may } = useWorkspace()
  const { data } = useSuspenseQuery(trpc.dpia.getScreening.queryOptions({ subject: address }))
  const { subject, declaration, screening, state } = data
  const base = `/${workspace.slug}`
  const assess = screening && decisionForm(screening.answers, screening.decision)?.chosen === "assess"
  const named = subject.type === "item" ? `${subject.name} ${subject.title}` : subject.title
  useShortcuts([{ keys: "p", label: "Print", hint: true, run: () => window.print() }])
  return (
    <div className="screening">
      <PageHead
        title={`Screening of ${named}`}
        crumbs={[
          { label: "Privacy", href: `${base}/privacy` },
          { label: "Screenings", href: `${base}/privacy/screenings` },
          { label: subject.name, href: `${base}${subject.path}` },
        ]}
        state={
          <>
            <Chip state={SCREENING_LOOKS[state]}>{SCREENING_STATE_LABELS[state]}</Chip>
            {declaration
              ? `${PERSONAL_DATA_LABELS[declaration.personalData]}, said by ${declaration.by.name}. `
              : "Nobody has said whether it holds personal data. "}
            {screening ? `Version ${screening.version}.` : null}
          </>
        }
        actions={
          screening ? (
            <>
              <Menu
                trigger={<Button>More</Button>}
                groups={[
                  {
                    entries: [
                      { label: "Print", shortcut: "p", onSelect: () => window.print() },
                      { label: `Open ${subject.name}`, href: `${base}${subject.path}` },
                    ],
                  },
                ]}
              />
              {assess && may("dpia.edit").ok ? (
                <Link
                  className={buttonClass()}
                  href={`${base}/privacy/assessments/new?${subject.type}=${subject.id}`}
                >
                  Begin assessment
                </Link>
              ) : null}
            </>
          ) : undefined
        }
      />
      {screening ? (
        <Screening key={screening.id} address={address} screening={screening} />
      ) : (
        <BeginScreening subject={subject} declaration={declaration} />
      )}
    </div>
  )
}

function Screening({ address, screening }: { address: SubjectAddress; screening: ScreeningDetails }) {
  const { may } = useWorkspace()
  const edits = useScreeningEdits(address, screening)
  const editable = may("dpia.edit").ok
  return (
    <div className="dpia-columns">
      <div>
        {edits.conflict ? <ScreeningConflict conflict={edits.conflict} onSettle={edits.settle} /> : null}
        <ChangedFacts
          kind="screening"
          id={screening.id}
          drift={screening.drift}
          otherwise="Change the answers that no longer hold and hand it in again, or have the data protection officer judge that it is covered."
        />
        <ScreeningQuestions screening={screening} edits={edits} editable={editable} />
      </div>
      <aside aria-label="Verdict and approval" className="dpia-side">
        <VerdictPanel answers={screening.answers} />
        <DecisionSection screening={screening} edits={edits} editable={editable} />
        <OfficerView screening={screening} />
        <HandIn screening={screening} obstacle={screening.obstacle} />
        <VersionTable versions={screening.versions} />
      </aside>
    </div>
  )
}
