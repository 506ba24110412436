"use client"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextArea } from "@/components/ui/text-area"
import type { ScopeType } from "@/server/kernel/domain/grants"
import { ROLE_LABELS, ROLES, type Role } from "@/server/kernel/domain/permissions"
import { usePlaceOptions } from "./use-place-options"

export type Placed = { role: Role | ""; scopeType: ScopeType; scopeId: string | null; reason: string }
export const unplaced: Placed = { role: "", scopeType: "workspace", scopeId: null, reason: "" }

const roles = ROLES.map((value) => ({ value, label: ROLE_LABELS[value] }))
const places: { value: ScopeType; label: string }[] = [
  { value: "workspace", label: "The whole workspace" },
  { value: "domain", label: "One domain" },
  { value: "product", label: "One product" },
]

type Props = { values: Placed; errors: Record<string, string>; onChange: (patch: Partial<Placed>) => void }

/** Which role, where, and why: the same for an invitation and a grant. */
export function PlaceFields({ values, errors, onChange }: Props) {
  const options = usePlaceOptions(values.scopeType)
  const what = values.scopeType === "domain" ? "Domain" : "Product"
  return (
    <>
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Field label="Role" error={errors.role} required>
          {(control) => (
            <Select
              {...control}
              options={roles}
              empty="Choose a role"
              value={values.role}
              onChange={(event) => onChange({ role: event.target.value as Placed["role"] })}
            />
          )}
        </Field>
        <Field label="Holds in" error={errors.scopeType} required>
          {(control) => (
            <Select
              {...control}
              options={places}
              value={values.scopeType}
              onChange={(event) => onChange({ scopeType: event.target.value as ScopeType, scopeId: null })}
            />
          )}
        </Field>
      </div>
      {values.scopeType === "workspace" ? null : (
        <Field label={what} error={errors.scopeId} required>
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
      <Field
        label="Reason"
        hint="Recorded, and shown to everybody who asks why"
        error={errors.reason}
        required
      >
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={values.reason}
            onChange={(event) => onChange({ reason: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
