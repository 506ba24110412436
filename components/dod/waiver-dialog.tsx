"use client"
import { useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
import { notify } from "@/components/ui/toast"
import type { Subject } from "@/server/dod/domain/deliverable"
import { expiryProblem } from "@/server/dod/domain/waiver"
import type { CheckRow } from "./done-data"
import { useChecklistChanged } from "./use-checklist"

type Props = { subject: Subject; row: CheckRow; onClose: () => void }
type Values = { reason: string; lastDay: string }

function waiverProblems({ reason, lastDay }: Values, now: string): Record<string, string> {
  const problem = expiryProblem(lastDay, now)
  return {
    ...(problem && { lastDay: problem }),
    ...(reason.trim() === "" && { reason: "Say why the check can stay open, and what makes up for it" }),
  }
}

/** Asks to leave a check open for a time. Somebody else decides. */
export default function WaiverDialog({ subject, row, onClose }: Props) {
  const api = useTRPCClient()
  const changed = useChecklistChanged()
  const { now } = useWorkspace()
  const form = useForm<Values>(
    (values) => waiverProblems(values, now),
    { reason: "", lastDay: "" },
    async (values) => {
      await api.dod.askWaiver.mutate({ subject, checkKey: row.key, ...values })
      await changed()
      notify.success("Asked for the waiver. It holds once somebody else has approved it")
      onClose()
    },
    { draft: `waiver ${subject.id} ${row.key}` },
  )
  const { field } = form
  return (
    <FormDialog
      form={form}
      title={`Ask for a waiver of “${row.title}”`}
      description="It holds once somebody else has approved it, and ends by itself: then the check is open again."
      action="Ask for waiver"
      onClose={onClose}
    >
      <TextField
        label="Reason"
        hint="Why it can wait, and what makes up for it meanwhile."
        rows={4}
        required
        {...field("reason")}
      />
      <TextField label="Last day" hint="At most a year ahead." type="date" required {...field("lastDay")} />
    </FormDialog>
  )
}
