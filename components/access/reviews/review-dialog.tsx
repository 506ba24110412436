"use client"
import { useMutation } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { usePeople } from "@/components/members/use-people"
import { usePlaceOptions } from "@/components/members/use-place-options"
import { useForm } from "@/components/shell/use-form"
import { Checkbox } from "@/components/ui/checkbox"
import { Combobox } from "@/components/ui/combobox"
import { Field } from "@/components/ui/field"
import { FormDialog } from "@/components/ui/form-dialog"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { addDays } from "@/server/access/domain/days"
import { type ReviewFields, reviewFields } from "@/server/access/domain/review"
import type { ScopeType } from "@/server/kernel/domain/grants"
import type { ReviewDetails } from "../access-data"
import { useRefreshAccess } from "../use-refresh-access"
import "../access.css"

const SCOPES: { value: ScopeType; label: string }[] = [
  { value: "workspace", label: "The whole workspace" },
  { value: "domain", label: "A domain" },
  { value: "product", label: "A product" },
]

type Values = Omit<ReviewFields, "leadId" | "deputyId"> & { leadId: string; deputyId: string }

function valuesOf(review: ReviewDetails | undefined, me: string, today: string): Values {
  if (!review) {
    return {
      name: "",
      roles: true,
      access: true,
      scopeType: "workspace",
      scopeId: null,
      dueOn: addDays(today, 14),
      noAnswer: "keep",
      ownersFirst: true,
      leadId: me,
      deputyId: "",
    }
  }
  const { name, roles, access, scopeType, scopeId, dueOn, noAnswer, ownersFirst, lead, deputy } = review
  const people = { leadId: lead.id, deputyId: deputy.id }
  return { name, roles, access, scopeType, scopeId, dueOn, noAnswer, ownersFirst, ...people }
}

/** Drafts a review, or changes a draft. */
export default function ReviewDialog({ review, onClose }: { review?: ReviewDetails; onClose: () => void }) {
  const trpc = useTRPC()
  const router = useRouter()
  const refresh = useRefreshAccess()
  const { workspace, me, now } = useWorkspace()
  const people = usePeople(review ? [review.lead, review.deputy] : [])
  const create = useMutation(trpc.access.createReview.mutationOptions())
  const update = useMutation(trpc.access.updateReview.mutationOptions())
  const form = useForm(reviewFields, valuesOf(review, me.id, now.slice(0, 10)), async (values) => {
    if (review) {
      await update.mutateAsync({ id: review.id, version: review.version, fields: values })
      await refresh()
      onClose()
      return
    }
    const { id } = await create.mutateAsync(values)
    await refresh()
    router.push(`/${workspace.slug}/settings/access-reviews/${id}`)
  })
  const { values, errors, set } = form
  const places = usePlaceOptions(values.scopeType)
  const person = (name: "leadId" | "deputyId", label: string, hint: string) => (
    <Field label={label} hint={hint} error={errors[name]} required>
      {(control) => (
        <Combobox
          {...control}
          label={label}
          options={people}
          value={values[name] || undefined}
          onChange={(id) => set(name === "leadId" ? { leadId: id ?? "" } : { deputyId: id ?? "" })}
        />
      )}
    </Field>
  )
  return (
    <FormDialog
      form={form}
      title={review ? "Change the draft" : "Draft an access review"}
      description="Nothing is frozen and nobody is asked until you start it."
      action={review ? "Save draft" : "Draft review"}
      onClose={onClose}
    >
      <Field label="Name" error={errors.name} required>
        {(control) => (
          <TextInput
            {...control}
            value={values.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <fieldset className="access-choices">
        <legend>What is reviewed</legend>
        <Checkbox checked={values.roles} onChange={(event) => set({ roles: event.target.checked })}>
          Roles
        </Checkbox>
        <Checkbox checked={values.access} onChange={(event) => set({ access: event.target.checked })}>
          Access to data
        </Checkbox>
        {errors.roles ? <p className="error">{errors.roles}</p> : null}
      </fieldset>
      <div className="pair">
        <Field label="Where" error={errors.scopeType} required>
          {(control) => (
            <Select
              {...control}
              options={SCOPES}
              value={values.scopeType}
              onChange={(event) => set({ scopeType: event.target.value as ScopeType, scopeId: null })}
            />
          )}
        </Field>
        {values.scopeType === "workspace" ? null : (
          <Field label={values.scopeType === "domain" ? "Domain" : "Product"} error={errors.scopeId} required>
            {(control) => (
              <Select
                {...control}
                options={places}
                empty="Choose"
                value={values.scopeId ?? ""}
                onChange={(event) => set({ scopeId: event.target.value || null })}
              />
            )}
          </Field>
        )}
      </div>
      <div className="pair">
        <Field label="Answers due" error={errors.dueOn} required>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              min={now.slice(0, 10)}
              value={values.dueOn}
              onChange={(event) => set({ dueOn: event.target.value })}
            />
          )}
        </Field>
        <Field label="Without an answer" error={errors.noAnswer} required>
          {(control) => (
            <Select
              {...control}
              options={[
                { value: "keep", label: "Keep" },
                { value: "revoke", label: "Revoke" },
              ]}
              value={values.noAnswer}
              onChange={(event) => set({ noAnswer: event.target.value === "revoke" ? "revoke" : "keep" })}
            />
          )}
        </Field>
      </div>
      <div className="pair">
        {person("leadId", "Lead", "Reviews what nobody else answers for")}
        {person("deputyId", "Deputy", "Reviews what the lead holds")}
      </div>
      <Checkbox
        checked={values.ownersFirst}
        onChange={(event) => set({ ownersFirst: event.target.checked })}
        hint="For lines in a domain or product; otherwise the lead reviews all of them."
      >
        Ask stewards and owners first
      </Checkbox>
    </FormDialog>
  )
}
