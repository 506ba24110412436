"use client"
import { useMutation } from "@tanstack/react-query"
import { useId } from "react"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useForm } from "@/components/members/use-form"
import { usePeople } from "@/components/members/use-people"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { TextArea } from "@/components/ui/text-area"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import type { RequestDetails } from "./access-data"
import { useRefreshAccess } from "./use-refresh-access"

const schema = z.object({
  doneOn: z.iso.date("Give the day"),
  evidence: z.string().trim().min(3, "Say where it can be seen: a ticket, a statement, a change"),
})

type Props = { request: RequestDetails; act: "granted" | "removed"; onClose: () => void }

/** Who set access up, or removed it, where the data is. */
export default function ExecutionDialog({ request, act, onClose }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshAccess()
  const { me, now } = useWorkspace()
  const formId = useId()
  const people = usePeople()
  const record = useMutation(trpc.access.recordExecution.mutationOptions())
  const initial = { doneBy: me.id as string | undefined, doneOn: now.slice(0, 10), evidence: "" }
  const form = useForm(schema, initial, async (values) => {
    await record.mutateAsync({ id: request.id, act, ...values, doneBy: values.doneBy ?? null })
    await refresh()
    notify.success(act === "granted" ? "Recorded as set up" : "Recorded as removed")
    onClose()
  })
  const { values, errors, set } = form
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={act === "granted" ? "Record that access was set up" : "Record that access was removed"}
      description={`${request.beneficiary.name} on ${request.subject.name}. Plumbline changes nothing there itself.`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={form.pending}>
            {act === "granted" ? "Record set-up" : "Record removal"}
          </Button>
        </>
      }
    >
      <form id={formId} {...form.props}>
        {form.message ? <Notice state="bad">{form.message}</Notice> : null}
        <div className="pair">
          <Field label="Done by" error={errors.doneBy} required>
            {(control) => (
              <Combobox
                {...control}
                label="Done by"
                options={people}
                value={values.doneBy}
                onChange={(doneBy) => set({ doneBy })}
              />
            )}
          </Field>
          <Field label="On" error={errors.doneOn} required>
            {(control) => (
              <TextInput
                {...control}
                type="date"
                max={now.slice(0, 10)}
                value={values.doneOn}
                onChange={(event) => set({ doneOn: event.target.value })}
              />
            )}
          </Field>
        </div>
        <Field
          label="Evidence"
          hint="A ticket, the statement that was run, a merged change."
          error={errors.evidence}
          required
        >
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              value={values.evidence}
              onChange={(event) => set({ evidence: event.target.value })}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
