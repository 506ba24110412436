"use client"
import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { FormDialog } from "@/components/catalog/form-dialog"
import { ReasonField, TextField } from "@/components/catalog/form-fields"
import { useRefreshCatalog } from "@/components/catalog/use-refresh-catalog"
import { useForm } from "@/components/members/use-form"
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
  const { values, set, errors } = form
  return (
    <FormDialog
      form={form}
      title={`Place a legal hold on ${asset.name}`}
      description="While it is in force nothing of the asset may be deleted, anonymised or archived, whatever a rule says."
      action="Place legal hold"
      onClose={onClose}
    >
      <ReasonField
        required
        value={values.reason}
        error={errors.reason}
        onChange={(reason) => set({ reason })}
      />
      <TextField
        label="Asked by"
        hint="A court, an authority, counsel, with the file number"
        optional
        value={values.askedBy}
        error={errors.askedBy}
        onChange={(askedBy) => set({ askedBy })}
      />
      <div className="pair">
        <TextField
          label="From"
          type="date"
          required
          value={values.fromOn}
          error={errors.fromOn}
          onChange={(fromOn) => set({ fromOn })}
        />
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
