"use client"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { SectionHead } from "@/components/ui/section-head"
import { TextArea } from "@/components/ui/text-area"
import { WORKSHOP_LIMITS } from "@/server/workshops/domain/workshop"
import { AgreementLine } from "./agreement-line"
import { Dissent } from "./dissent"
import { OrderTable } from "./order-table"
import { orderRows } from "./prepare-workshop"
import type { Workshop, WorkshopPeople } from "./workshop-data"

type Props = {
  workshop: Workshop
  people: WorkshopPeople
  leads: boolean
  refresh: () => Promise<unknown>
}

/** The order as it would be decided, dissent, and the facilitator's words that close the workshop. */
export function DecidingView({ workshop, people, leads, refresh }: Props) {
  const { workspace } = useWorkspace()
  const { framework } = workshop
  return (
    <div className="deciding">
      <section>
        <SectionHead title="The order by score" note={<AgreementLine workshop={workshop} />} />
        <OrderTable rows={orderRows(workshop)} base={`/${workspace.slug}`} />
      </section>
      <div className="deciding-side">
        {framework.latest > framework.version ? (
          <Notice state="warning">
            <b>
              Version {framework.latest} of {framework.definition.name} was published meanwhile.
            </b>{" "}
            The decision stands with version {framework.version}; its scores stay in this record and do not
            enter the ranking of the backlog.
          </Notice>
        ) : null}
        <Dissent workshop={workshop} people={people} onDone={refresh} />
        {leads ? <DecisionForm workshop={workshop} refresh={refresh} /> : null}
      </div>
    </div>
  )
}

function DecisionForm({ workshop, refresh }: Pick<Props, "workshop" | "refresh">) {
  const trpc = useTRPC()
  const [decision, setDecision] = useState("")
  const close = useMutation(trpc.workshops.closeWorkshop.mutationOptions({ onSettled: () => refresh() }))
  const { id, phase, round } = workshop
  const errors = fieldErrors(close.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!close.isPending) close.mutate({ id, from: { phase, round }, decision })
  }
  return (
    <form onSubmit={submit}>
      <SectionHead title="Decision" />
      <Field
        label="What was decided, and why"
        hint="Everybody's final values become their own scores. Adopting the order comes after, with undo."
        error={errors.decision ?? (close.error ? errorMessage(close.error) : undefined)}
        required
      >
        {(control) => (
          <TextArea
            {...control}
            required={undefined}
            rows={4}
            maxLength={WORKSHOP_LIMITS.decision}
            value={decision}
            onChange={(event) => setDecision(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" pending={close.isPending}>
        Close with this decision
      </Button>
    </form>
  )
}
