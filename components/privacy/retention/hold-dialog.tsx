"use client"
import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useRefreshCatalog } from "@/components/catalog/use-refresh-catalog"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { ReasonField, TextField } from "@/components/ui/form-fields"
import { notify } from "@/components/ui/toast"
import { holdFields } from "@/server/privacy/domain/retention-rule"

/** Nothing of the asset may be removed from a day on. */
export default function HoldDialog({
  asset,
  onClose,
}: {
  asset: { id: string; name: string }
  onClose: () => void
}) {
  const { now } = useWorkspace()
  const trpc = useTRPC()
  const refresh = useRefreshCatalog()
  const place = useMutation(trpc.privacy.placeLegalHold.mutationOptions())
  const begun = {
    assetId: asset.id,
    reason: "",
    askedBy: "",
    fromOn: now.slice(0, 10),
    untilOn: null as string | null,
  }
  const form = useForm(holdFields, begun, async (values) => {
    await place.mutateAsync(values)
    notify.success(`Placed a legal hold on ${asset.name}`)
    await refresh()
    onClose()
  })
  const { values, field, set, errors } = form
  return (
    <FormDialog
      form={form}
      title={`Place a legal hold on ${asset.name}`}
      description="While it is in force nothing of the asset may be deleted, anonymised or archived, whatever a rule says."
      action="Place legal hold"
      onClose={onClose}
    >
      <ReasonField required {...field("reason")} />
      <TextField
        label="Asked by"
        hint="A court, an authority, counsel, with the file number"
        optional
        {...field("askedBy")}
      />
      <div className="pair">
        <TextField label="From" type="date" required {...field("fromOn")} />
        <TextField
          label="Last day"
          type="date"
          optional
          value={values.untilOn ?? ""}
          error={errors.untilOn}
          onChange={(untilOn) => set({ untilOn: untilOn || null })}
        />
      </div>
    </FormDialog>
  )
}
