"use client"
import { Combobox } from "@/components/ui/combobox"
import { Field } from "@/components/ui/field"
import { PersonField } from "@/components/ui/person-field"
import type { Choice } from "@/components/ui/prepare-options"
import { TextArea } from "@/components/ui/text-area"
import { TextInput } from "@/components/ui/text-input"

type Form = { title: string; description: string; ownerId: string | null; domainId: string | null }
type Props = {
  form: Form
  errors: Record<string, string>
  domains: readonly { id: string; name: string }[]
  people: readonly Choice[]
  hint?: string
  onChange: (changes: Partial<Form>) => void
}

/** What people write about an objective. */
export function ObjectiveFieldSet({ form, errors, domains, people, hint, onChange }: Props) {
  return (
    <>
      <Field label="Objective" hint={hint} error={errors.title} required>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            value={form.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label="Why" hint="Markdown: why it matters, and to whom" error={errors.description} optional>
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            value={form.description}
            onChange={(event) => onChange({ description: event.target.value })}
          />
        )}
      </Field>
      <div className="pair">
        <PersonField
          label="Owner"
          hint="Answers for the objective"
          people={people}
          value={form.ownerId}
          error={errors.ownerId}
          onChange={(ownerId) => onChange({ ownerId })}
        />
        <Field label="Domain" hint="Where it belongs, if it is one domain's" error={errors.domainId} optional>
          {(control) => (
            <Combobox
              {...control}
              label="Domain"
              options={domains.map(({ id, name }) => ({ value: id, label: name }))}
              value={form.domainId ?? undefined}
              empty="The whole company"
              onChange={(domainId) => onChange({ domainId: domainId ?? null })}
            />
          )}
        </Field>
      </div>
    </>
  )
}
