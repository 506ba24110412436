"use client"
import { useMutation } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { StateWord } from "@/components/ui/state-word"
import { notify } from "@/components/ui/toast"
import type { RiskRow } from "@/server/dpia/domain/assessment-row"
import { RISK_WEIGHT_LABELS } from "@/server/dpia/domain/risk"
import { WEIGHT_LOOKS } from "../prepare-states"
import { estimateWords } from "./prepare-risks"
import { useAssessment, useEditReason } from "./use-assessment"

const RiskDialog = dynamic(() => import("./risk-dialog"), { ssr: false })
const ConfirmDialog = dynamic(
  () => import("@/components/ui/confirm-dialog").then((module) => module.ConfirmDialog),
  { ssr: false },
)

type Open = { what: "add" } | { what: "edit" | "remove"; risk: RiskRow }

/** Risks beside the three feared events: discrimination, being recognised, loss of control. */
export function OwnRisks() {
  const trpc = useTRPC()
  const { assessment, refresh } = useAssessment()
  const reason = useEditReason()
  const [open, setOpen] = useState<Open | null>(null)
  const remove = useMutation(trpc.dpia.removeRisk.mutationOptions())
  const own = assessment.risks.filter(({ event }) => event === null)
  const close = () => setOpen(null)
  const add = (
    <Button disabledReason={reason} onClick={() => setOpen({ what: "add" })}>
      Add risk
    </Button>
  )
  return (
    <>
      {own.length === 0 ? (
        <EmptyState title="No further risk" action={add}>
          The method knows three feared events. What it does not cover goes here: people treated unequally,
          recognised from patterns, left without a way to understand or to object. The CNIL's format has no
          place for it, so an export leaves it out and says so.
        </EmptyState>
      ) : (
        <div className="mb-4">{add}</div>
      )}
      {own.map((risk) => (
        <section key={risk.id} className="question" aria-label={risk.title}>
          <div className="question-head">
            <h3>{risk.title}</h3>
            {reason ? null : (
              <span className="flex">
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Edit ${risk.title}`}
                  onClick={() => setOpen({ what: "edit", risk })}
                >
                  Edit
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Remove ${risk.title}`}
                  onClick={() => setOpen({ what: "remove", risk })}
                >
                  Remove
                </Button>
              </span>
            )}
          </div>
          <p>
            <StateWord state={WEIGHT_LOOKS[risk.weight]}>{RISK_WEIGHT_LABELS[risk.weight]}</StateWord>{" "}
            <span className="hint">{estimateWords(risk.residual)}</span>
          </p>
          <dl className="dpia-facts">
            <RiskFact title="Impacts" entries={risk.impacts} />
            <RiskFact title="Threats" entries={risk.threats} />
            <RiskFact title="Sources" entries={risk.sources} />
            <RiskFact title="Measures" entries={risk.measures.map(({ text }) => text)} />
          </dl>
        </section>
      ))}
      {open?.what === "add" ? <RiskDialog onClose={close} /> : null}
      {open?.what === "edit" ? <RiskDialog risk={open.risk} onClose={close} /> : null}
      {open?.what === "remove" ? (
        <ConfirmDialog
          open
          onOpenChange={close}
          title={`Remove ${open.risk.title}?`}
          description="Versions that were handed in keep it."
          action="Remove risk"
          ask={{ kind: "none" }}
          onConfirm={async () => {
            const { id, version } = open.risk
            await remove.mutateAsync({ id: assessment.id, riskId: id, version }).catch((error: unknown) => {
              notify.error(errorMessage(error))
            })
            await refresh()
          }}
        />
      ) : null}
    </>
  )
}

function RiskFact({ title, entries }: { title: string; entries: readonly string[] }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{entries.length > 0 ? entries.join("; ") : <span className="muted">none</span>}</dd>
    </>
  )
}
