"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useId } from "react"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { endOfDay, startOfDay } from "@/components/members/prepare-validity"
import { useForm } from "@/components/members/use-form"
import { usePeople } from "@/components/members/use-people"
import { usePlaceOptions } from "@/components/members/use-place-options"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Combobox } from "@/components/ui/combobox"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import { ALL_KINDS, APPROVAL_KINDS, type ApprovalKind } from "@/server/approvals/domain/kinds"
import type { ScopeType } from "@/server/kernel/domain/permissions"

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
  const formId = useId()
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
  const { values, errors, set } = form
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Let somebody decide for you"
      description="They never get more than you may decide at that moment, cannot pass it on, and decide neither your work nor their own. Both names stand on each decision."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={form.pending}>
            Delegate decisions
          </Button>
        </>
      }
    >
      <form id={formId} {...form.props}>
        {form.message ? <Notice state="bad">{form.message}</Notice> : null}
        <Field label="Who decides" error={errors.delegateId} required>
          {(control) => (
            <Combobox
              {...control}
              label="Who decides"
              options={people}
              value={values.delegateId || undefined}
              empty="Choose a member"
              onChange={(id) => set({ delegateId: id ?? "" })}
            />
          )}
        </Field>
        <Kinds chosen={values.kinds} error={errors.kinds} onChange={(kinds) => set({ kinds })} />
        <Place values={values} error={errors.scopeId} onChange={set} />
        <div className="grid gap-x-4 sm:grid-cols-2">
          <Field label="From" hint="Empty: at once" error={errors.validFrom} optional>
            {(control) => (
              <TextInput
                {...control}
                type="date"
                value={values.validFrom}
                onChange={(event) => set({ validFrom: event.target.value })}
              />
            )}
          </Field>
          <Field label="Last day" hint="A year at most" error={errors.validUntil} required>
            {(control) => (
              <TextInput
                {...control}
                type="date"
                value={values.validUntil}
                onChange={(event) => set({ validUntil: event.target.value })}
              />
            )}
          </Field>
        </div>
        <Field label="Reason" hint="Recorded, and shown with the delegation" error={errors.reason} required>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              value={values.reason}
              onChange={(event) => set({ reason: event.target.value })}
            />
          )}
        </Field>
      </form>
    </Dialog>
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
      <Field label="Holds in" required>
        {(control) => (
          <Select
            {...control}
            options={places}
            value={values.scopeType}
            onChange={(event) => onChange({ scopeType: event.target.value as ScopeType, scopeId: null })}
          />
        )}
      </Field>
      {values.scopeType === "workspace" ? null : (
        <Field label={what} error={error} required>
          {(control) => (
            <Select
              {...control}
              options={options}
              empty={`Choose a ${what.toLowerCase()}`}
              value={values.scopeId ?? ""}
              onChange={(event) => onChange({ scopeId: event.target.value || null })}
            />
          )}
        </Field>
      )}
    </div>
  )
}
