"use client"
import "./fields/fields.css"
import type { ReactNode } from "react"
import { Combobox } from "@/components/ui/combobox"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextArea } from "@/components/ui/text-area"
import { TextInput } from "@/components/ui/text-input"
import {
  ITEM_STATUS_LABELS,
  ITEM_STATUSES,
  ITEM_TYPE_LABELS,
  ITEM_TYPES,
  type ItemStatus,
  type ItemType,
} from "@/server/backlog/domain/item"
import type { CreateForm } from "./prepare-create"
import type { Choices } from "./use-choices"

type Props = {
  form: CreateForm
  errors: Record<string, string>
  choices: Choices
  onChange: (change: Partial<CreateForm>) => void
  belowTitle?: ReactNode
}

const kinds = ITEM_TYPES.map((value) => ({ value, label: ITEM_TYPE_LABELS[value] }))
const states = ITEM_STATUSES.map((value) => ({ value, label: ITEM_STATUS_LABELS[value] }))

export function CreateFields({ form, errors, choices, onChange, belowTitle }: Props) {
  return (
    <>
      <Field label="Title" required error={errors.title}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            value={form.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      {belowTitle}
      <Field label="Description" optional hint="Markdown works" error={errors.description}>
        {(control) => (
          <TextArea
            {...control}
            rows={5}
            value={form.description}
            onChange={(event) => onChange({ description: event.target.value })}
          />
        )}
      </Field>
      <div className="field-grid">
        <Field label="Kind" error={errors.type}>
          {(control) => (
            <Select
              {...control}
              options={kinds}
              value={form.type}
              onChange={(event) => onChange({ type: event.target.value as ItemType })}
            />
          )}
        </Field>
        <Field label="State" error={errors.status}>
          {(control) => (
            <Select
              {...control}
              options={states}
              value={form.status}
              onChange={(event) => onChange({ status: event.target.value as ItemStatus })}
            />
          )}
        </Field>
        <Field label="Product" error={errors.productId}>
          {(control) => (
            <Combobox
              {...control}
              label="Product"
              options={choices.products}
              empty="No product"
              value={form.productId || undefined}
              onChange={(productId) => onChange({ productId: productId ?? "" })}
            />
          )}
        </Field>
        <Field label="Owner" error={errors.ownerId}>
          {(control) => (
            <Combobox
              {...control}
              label="Owner"
              options={choices.people}
              empty="Nobody"
              value={form.ownerId || undefined}
              onChange={(ownerId) => onChange({ ownerId: ownerId ?? "" })}
            />
          )}
        </Field>
        <Field label="Estimate" optional error={errors.estimate}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="decimal"
              autoComplete="off"
              value={form.estimate}
              onChange={(event) => onChange({ estimate: event.target.value })}
            />
          )}
        </Field>
        <Field label="Due" optional error={errors.dueDate}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={form.dueDate}
              onChange={(event) => onChange({ dueDate: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label="Labels" optional hint="Separate labels with commas" error={errors.labels}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            value={form.labels}
            onChange={(event) => onChange({ labels: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
