"use client"
import { useId } from "react"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { Icon } from "@/components/ui/icon"
import { Select } from "@/components/ui/select"
import { type Condition, type Operator, operatorsOf } from "@/server/backlog/domain/item-condition"
import { fieldLabel } from "@/server/backlog/domain/item-fields"
import { withField, withOperator } from "./prepare-tree"
import { operatorWords } from "./prepare-words"
import type { ConditionChoices } from "./use-condition-choices"
import { ValueEditor } from "./value-editor"

type Props = {
  condition: Condition
  problem: string | undefined
  choices: ConditionChoices
  onChange: (condition: Condition) => void
  onRemove: () => void
}

/** One condition: a field, what is asked, and the values. */
export function ConditionEditor({ condition, problem, choices, onChange, onRemove }: Props) {
  const id = useId()
  const { field, op } = condition
  const known = choices.fields.find(({ value }) => value === field)
  const name = known?.label ?? fieldLabel(field)
  return (
    <div className="condition">
      <Combobox
        label="Field"
        options={known ? choices.fields : [...choices.fields, { value: field, label: name }]}
        value={field}
        onChange={(next) => next && onChange(withField(condition, next))}
      />
      <Select
        aria-label={`What is asked of ${name}`}
        options={operatorsOf(field).map((one) => ({ value: one, label: operatorWords(field, one) }))}
        value={op}
        onChange={(event) => onChange(withOperator(condition, event.target.value as Operator))}
      />
      <span className="condition-value">
        <ValueEditor
          condition={condition}
          name={name}
          choices={choices}
          describedBy={problem ? id : undefined}
          onChange={onChange}
        />
      </span>
      <Button size="small" variant="quiet" aria-label={`Remove the condition on ${name}`} onClick={onRemove}>
        Remove
      </Button>
      {problem ? (
        <p className="error" id={id} role="alert">
          <Icon name="bad" />
          {problem}
        </p>
      ) : null}
    </div>
  )
}
