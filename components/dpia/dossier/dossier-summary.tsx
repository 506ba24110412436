"use client"
import dynamic from "next/dynamic"
import Link from "next/link"
import type { ReactNode } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { useAddress } from "@/components/shell/use-address"
import { Button, buttonClass } from "@/components/ui/button"
import { SectionHead } from "@/components/ui/section-head"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { dossierState, isComplete } from "@/server/dpia/domain/dossier"
import { useAssessment } from "../assessment/use-assessment"
import { GapList } from "./gap-list"
import { partTitle } from "./prepare-dossier"
import { useDossier } from "./use-dossier"

const DossierDialog = dynamic(() => import("./dossier-dialog"), { ssr: false })

type Props = {
  /** Why nothing may be written. */
  reason: string | undefined
  /** What is done once the dossier is there. */
  children?: ReactNode
}

/** What the authority gets, how far it is, and where the rest is written. */
export function DossierSummary({ reason, children }: Props) {
  const { workspace } = useWorkspace()
  const { assessment } = useAssessment()
  const { params, set } = useAddress()
  const parts = useDossier(assessment)
  if (!parts) return null
  const { complete, words } = dossierState(parts)
  const lacking = parts.filter((part) => !isComplete(part))
  const page = `/${workspace.slug}/privacy/assessments/${assessment.key}`
  return (
    <section className="question mt-8" aria-label="Dossier for the authority">
      <SectionHead title="Dossier for the authority" note="Art. 36(3) GDPR" />
      <p>
        <StateWord state={complete ? "good" : "warning"}>{words}</StateWord>
      </p>
      {complete ? (
        <p className="muted">
          All six parts that Art. 36(3) asks for are there, with the assessment as annex.
        </p>
      ) : (
        <Table label="What the dossier lacks">
          <thead>
            <tr>
              <Th>Part</Th>
              <Th>What is missing</Th>
            </tr>
          </thead>
          <tbody>
            {lacking.map((part) => (
              <tr key={part.letter}>
                <Th scope="row">{partTitle(part)}</Th>
                <Td>
                  <GapList gaps={part.gaps} page={page} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <Link className={buttonClass({})} href={`${page}/dossier`}>
          Open dossier
        </Link>
        <Button disabledReason={reason} onClick={() => set("write", "dossier")}>
          Write its texts
        </Button>
        {children}
      </div>
      {params.get("write") === "dossier" && reason === undefined ? (
        <DossierDialog onClose={() => set("write", null)} />
      ) : null}
    </section>
  )
}
