"use client"
import { useMutation } from "@tanstack/react-query"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { usePeople } from "@/components/members/use-people"
import { useForm } from "@/components/shell/use-form"
import { ComboField } from "@/components/ui/combo-field"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
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
  const people = usePeople()
  const record = useMutation(trpc.access.recordExecution.mutationOptions())
  const initial = { doneBy: me.id, doneOn: now.slice(0, 10), evidence: "" }
  const form = useForm(schema, initial, async (values) => {
    await record.mutateAsync({ id: request.id, act, ...values, doneBy: values.doneBy || null })
    await refresh()
    notify.success(act === "granted" ? "Recorded as set up" : "Recorded as removed")
    onClose()
  })
  const { field } = form
  return (
    <FormDialog
      form={form}
      title={act === "granted" ? "Record that access was set up" : "Record that access was removed"}
      description={`${request.beneficiary.name} on ${request.subject.name}. Plumbline changes nothing there itself.`}
      action={act === "granted" ? "Record set-up" : "Record removal"}
      onClose={onClose}
    >
      <div className="pair">
        <ComboField label="Done by" required options={people} {...field("doneBy")} />
        <TextField label="On" type="date" required max={now.slice(0, 10)} {...field("doneOn")} />
      </div>
      <TextField
        label="Evidence"
        hint="A ticket, the statement that was run, a merged change."
        rows={3}
        required
        {...field("evidence")}
      />
    </FormDialog>
  )
}
