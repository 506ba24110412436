"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { endOfDay, startOfDay } from "@/components/members/prepare-validity"
import { usePeople } from "@/components/members/use-people"
import { usePlaceOptions } from "@/components/members/use-place-options"
import { useForm } from "@/components/shell/use-form"
import { Checkbox } from "@/components/ui/checkbox"
import { ComboField } from "@/components/ui/combo-field"
import { FormDialog } from "@/components/ui/form-dialog"
import { ChoiceField, TextField } from "@/components/ui/form-fields"
import { notify } from "@/components/ui/toast"
import { ALL_KINDS, APPROVAL_KINDS, type ApprovalKind } from "@/server/approvals/domain/kinds"
import type { ScopeType } from "@/server/kernel/domain/grants"

const places: { value: ScopeType; label: string }[] = [
  { value: "workspace", label: "The whole workspace" },
  { value: "domain", label: "One domain" },
  { value: "product", label: "One product" },
]

const formSchema = z
  .object({
    delegateId: z.string().min(1, "Choose who decides for you"),
    kinds: z.array(z.string()).min(1, "Choose a kind, or all of them"),
    validUntil: z.string().min(1, "Choose the last day"),
    reason: z.string().trim().min(1, "Say why, such as the dates of a leave"),
    scopeType: z.string(),
    scopeId: z.string().nullable(),
  })
  .refine(({ scopeType, scopeId }) => scopeType === "workspace" || scopeId !== null, {
    path: ["scopeId"],
    message: "Choose the domain or product",
  })

type Values = {
  delegateId: string
  kinds: ApprovalKind[]
  scopeType: ScopeType
  scopeId: string | null
  validFrom: string
  validUntil: string
  reason: string
}

const empty: Values = {
  delegateId: "",
  kinds: ALL_KINDS,
  scopeType: "workspace",
  scopeId: null,
  validFrom: "",
  validUntil: "",
  reason: "",
}

/** Who decides for me, on what, where, and until when. */
export function DelegationDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const { me, now } = useWorkspace()
  const queries = useQueryClient()
  const create = useMutation(trpc.approvals.createDelegation.mutationOptions())
  const people = usePeople().filter(({ value }) => value !== me.id)
  const form = useForm<Values>(formSchema, empty, async (values) => {
    await create.mutateAsync({
      ...values,
      kinds: values.kinds.length === ALL_KINDS.length ? null : values.kinds,
      validFrom: startOfDay(values.validFrom) ?? now,
      validUntil: endOfDay(values.validUntil) ?? "",
    })
    await queries.invalidateQueries(trpc.approvals.listDelegations.pathFilter())
    notify.success("Delegated your decisions")
    onClose()
  })
  const { values, field, set, errors } = form
  return (
    <FormDialog
      form={form}
      title="Let somebody decide for you"
      description="They never get more than you may decide at that moment, cannot pass it on, and decide neither your work nor their own. Both names stand on each decision."
      action="Delegate decisions"
      onClose={onClose}
    >
      <ComboField
        label="Who decides"
        required
        options={people}
        placeholder="Choose a member"
        {...field("delegateId")}
      />
      <Kinds chosen={values.kinds} error={errors.kinds} onChange={(kinds) => set({ kinds })} />
      <Place values={values} error={errors.scopeId} onChange={set} />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextField label="From" hint="Empty: at once" type="date" optional {...field("validFrom")} />
        <TextField label="Last day" hint="A year at most" type="date" required {...field("validUntil")} />
      </div>
      <TextField
        label="Reason"
        hint="Recorded, and shown with the delegation"
        required
        {...field("reason")}
      />
    </FormDialog>
  )
}

type KindsProps = {
  chosen: readonly ApprovalKind[]
  error?: string
  onChange: (kinds: ApprovalKind[]) => void
}

function Kinds({ chosen, error, onChange }: KindsProps) {
  return (
    <fieldset className="choices">
      <legend>Decisions on</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {ALL_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            checked={chosen.includes(kind)}
            onChange={(event) =>
              onChange(
                ALL_KINDS.filter((one) => (one === kind ? event.target.checked : chosen.includes(one))),
              )
            }
          >
            {APPROVAL_KINDS[kind].label}
          </Checkbox>
        ))}
      </div>
      {error ? <p className="error">{error}</p> : null}
    </fieldset>
  )
}

type PlaceProps = { values: Values; error?: string; onChange: (patch: Partial<Values>) => void }

function Place({ values, error, onChange }: PlaceProps) {
  const options = usePlaceOptions(values.scopeType)
  const what = values.scopeType === "domain" ? "Domain" : "Product"
  return (
    <div className="grid gap-x-4 sm:grid-cols-2">
      <ChoiceField
        label="Holds in"
        required
        options={places}
        value={values.scopeType}
        onChange={(scopeType) => onChange({ scopeType: scopeType as ScopeType, scopeId: null })}
      />
      {values.scopeType === "workspace" ? null : (
        <ChoiceField
          label={what}
          required
          options={options}
          empty={`Choose a ${what.toLowerCase()}`}
          value={values.scopeId ?? ""}
          error={error}
          onChange={(scopeId) => onChange({ scopeId: scopeId || null })}
        />
      )}
    </div>
  )
}
