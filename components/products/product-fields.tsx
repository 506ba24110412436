"use client"
import { Field } from "@/components/ui/field"
import { PersonPair } from "@/components/ui/person-field"
import type { Choice } from "@/components/ui/prepare-options"
import { Select } from "@/components/ui/select"
import { TextArea } from "@/components/ui/text-area"
import { TextInput } from "@/components/ui/text-input"
import { LIFECYCLE_LABELS, LIFECYCLES, type ProductFields } from "@/server/products/domain/product"

type Props = {
  form: ProductFields
  errors: Record<string, string>
  domains: readonly { id: string; name: string }[]
  people: readonly Choice[]
  onChange: (form: ProductFields) => void
}

const lifecycles = LIFECYCLES.map((value) => ({ value, label: LIFECYCLE_LABELS[value] }))

/** Everything that people write about a product. */
export function ProductFieldSet({ form, errors, domains, people, onChange }: Props) {
  const change = (changes: Partial<ProductFields>) => onChange({ ...form, ...changes })
  const domainOptions = domains.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Field label="Name" error={errors.name} required>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            value={form.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Question it answers"
        hint="In the words of the people who use it, such as “When will my parcel arrive?”"
        error={errors.question}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            value={form.question}
            onChange={(event) => change({ question: event.target.value })}
          />
        )}
      </Field>
      <div className="pair">
        <Field label="Domain" error={errors.domainId} required>
          {(control) => (
            <Select
              {...control}
              options={domainOptions}
              empty={form.domainId ? undefined : "Choose a domain"}
              value={form.domainId}
              onChange={(event) => change({ domainId: event.target.value })}
            />
          )}
        </Field>
        <Field label="Lifecycle" error={errors.lifecycle} required>
          {(control) => (
            <Select
              {...control}
              options={lifecycles}
              value={form.lifecycle}
              onChange={(event) => change({ lifecycle: event.target.value as ProductFields["lifecycle"] })}
            />
          )}
        </Field>
      </div>
      <PersonPair
        people={people}
        fields={[
          ["ownerId", "Owner", "Answers for its value and its cost"],
          ["stewardId", "Steward", "Answers for its quality and meaning"],
        ]}
        form={form}
        errors={errors}
        onChange={change}
      />
      <Field
        label="Description"
        hint="Markdown: what it holds, for whom, and its limits"
        error={errors.description}
        optional
      >
        {(control) => (
          <TextArea
            {...control}
            rows={6}
            value={form.description}
            onChange={(event) => change({ description: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
