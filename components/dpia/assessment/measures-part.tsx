"use client"
import { useMutation } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { notify } from "@/components/ui/toast"
import type { MeasureRow } from "@/server/dpia/domain/assessment-row"
import { measureReference } from "@/server/dpia/domain/content"
import { MEASURE_KIND_LABELS } from "@/server/dpia/domain/measure-library"
import { EvaluationBox } from "./evaluation-box"
import { useAssessment, useEditReason } from "./use-assessment"

const Markdown = dynamic(() => import("@/components/ui/markdown").then((module) => module.Markdown))
const MeasureDialog = dynamic(() => import("./measure-dialog"), { ssr: false })
const LibraryDialog = dynamic(() => import("./library-dialog"), { ssr: false })
const ConfirmDialog = dynamic(
  () => import("@/components/ui/confirm-dialog").then((module) => module.ConfirmDialog),
  { ssr: false },
)

type Open = { what: "add" | "library" } | { what: "edit" | "remove"; measure: MeasureRow }

/** What protects the data: measures from the library and of one's own, each with how it is done here. */
export function MeasuresPart() {
  const trpc = useTRPC()
  const { assessment, refresh } = useAssessment()
  const reason = useEditReason()
  const [open, setOpen] = useState<Open | null>(null)
  const remove = useMutation(trpc.dpia.removeMeasure.mutationOptions())
  const close = () => setOpen(null)
  const titleOf = (riskId: string) => assessment.risks.find(({ id }) => id === riskId)?.title ?? riskId
  const actions = (
    <span className="flex flex-wrap gap-2">
      <Button disabledReason={reason} onClick={() => setOpen({ what: "library" })}>
        Choose from library
      </Button>
      {reason ? null : <Button onClick={() => setOpen({ what: "add" })}>Add own measure</Button>}
    </span>
  )
  return (
    <>
      {assessment.measures.length === 0 ? (
        <EmptyState title="No measure yet" action={actions}>
          Everything that protects the data and the people: rules, technique, and less data in the first
          place. The library holds texts to start from; say how it is done here.
        </EmptyState>
      ) : (
        <div className="mb-4">{actions}</div>
      )}
      {assessment.measures.map((measure) => (
        <section key={measure.id} className="question" aria-label={measure.title}>
          <div className="question-head">
            <h3>
              <span className="tag">M{measure.number}</span> {measure.title}
            </h3>
            {reason ? null : (
              <span className="flex">
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Edit ${measure.title}`}
                  onClick={() => setOpen({ what: "edit", measure })}
                >
                  Edit
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Remove ${measure.title}`}
                  onClick={() => setOpen({ what: "remove", measure })}
                >
                  Remove
                </Button>
              </span>
            )}
          </div>
          <p className="hint">
            {measure.kind ? `${MEASURE_KIND_LABELS[measure.kind]}. ` : ""}
            {measure.usedBy.length > 0
              ? `Against: ${measure.usedBy.map(titleOf).join("; ")}`
              : "No risk names it yet"}
          </p>
          {measure.content ? (
            <Markdown text={measure.content} />
          ) : (
            <p className="warning">Say how it is done here: a title alone does not count.</p>
          )}
          <EvaluationBox reference={measureReference(measure.id)} title={measure.title} />
        </section>
      ))}
      {open?.what === "add" ? <MeasureDialog onClose={close} /> : null}
      {open?.what === "edit" ? <MeasureDialog measure={open.measure} onClose={close} /> : null}
      {open?.what === "library" ? <LibraryDialog onClose={close} /> : null}
      {open?.what === "remove" ? (
        <ConfirmDialog
          open
          onOpenChange={close}
          title={`Remove ${open.measure.title}?`}
          description="Versions that were handed in keep it. Risks that name it keep its title."
          action="Remove measure"
          ask={{ kind: "none" }}
          onConfirm={async () => {
            const { id, version } = open.measure
            await remove
              .mutateAsync({ id: assessment.id, measureId: id, version })
              .catch((error: unknown) => {
                notify.error(errorMessage(error))
              })
            await refresh()
          }}
        />
      ) : null}
    </>
  )
}
