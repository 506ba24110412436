import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { StateWord } from "@/components/ui/state-word"
import { TextArea } from "@/components/ui/text-area"
import { TextInput } from "@/components/ui/text-input"
import type { Criterion } from "@/server/scoring/domain/criterion"
import { type CriterionDraft, scaleChanged } from "./prepare-draft"

type Props = {
  index: number
  criterion: CriterionDraft
  /** The same criterion in the version this one is based on. */
  published: Criterion | undefined
  /** The framework has weights, which stand on the ranges. */
  weighted: boolean
  /** How an own formula calls it. */
  formulaName: string | undefined
  /** The method fixes which criteria there are and which of them is the cost. */
  fixed: boolean
  error: (field: string) => string | undefined
  onChange: (patch: Partial<CriterionDraft>) => void
  onRemove: (() => void) | undefined
}

/** One criterion of the editor: what it means, its scale with ends, and its weight beside its range. */
export function CriterionFields(props: Props) {
  const { index, criterion, published, weighted, formulaName, fixed, error, onChange, onRemove } = props
  const title = criterion.name.trim() || `Criterion ${index + 1}`
  const text = (field: "name" | "unit" | "help" | "low" | "high" | "levels") => ({
    value: criterion[field],
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
  })
  return (
    <fieldset className="criterion">
      <legend>{title}</legend>
      <div className="fields">
        <Field
          label="Name"
          hint={formulaName ? `In the formula: ${formulaName}` : undefined}
          error={error("name")}
          required
        >
          {(control) => <TextInput {...control} {...text("name")} />}
        </Field>
        <Field label="Unit" error={error("unit")}>
          {(control) => <TextInput {...control} {...text("unit")} />}
        </Field>
        <Field label="Better is" error={error("direction")}>
          {(control) => (
            <Select
              {...control}
              disabled={fixed}
              options={[
                { value: "benefit", label: "more" },
                { value: "cost", label: "less" },
              ]}
              value={criterion.direction}
              onChange={(event) =>
                onChange({ direction: event.target.value === "cost" ? "cost" : "benefit" })
              }
            />
          )}
        </Field>
      </div>
      <Field label="What is asked" optional error={error("help")}>
        {(control) => <TextArea {...control} rows={2} {...text("help")} />}
      </Field>
      <ScaleFields criterion={criterion} error={error} onChange={onChange} />
      {weighted && scaleChanged(published, criterion) ? (
        <p className="hint mb-4">
          <StateWord state="warning">Its scale changed: weigh again</StateWord>
        </p>
      ) : null}
      {weighted && criterion.kind === "range" ? (
        <Field
          label="Value function"
          hint="Empty: in proportion to the range. Or one level per line, entry and value from 0 to 1, such as 50 = 0.8; straight between them."
          error={error("levels")}
          optional
        >
          {(control) => <TextArea {...control} rows={criterion.levels ? 4 : 1} {...text("levels")} />}
        </Field>
      ) : null}
      <div className="fields">
        <Field label="The low end means" optional error={error("low")}>
          {(control) => <TextInput {...control} {...text("low")} />}
        </Field>
        <Field label="The high end means" optional error={error("high")}>
          {(control) => <TextInput {...control} {...text("high")} />}
        </Field>
      </div>
      {onRemove ? (
        <Button size="small" aria-label={`Remove criterion ${title}`} onClick={onRemove}>
          Remove criterion
        </Button>
      ) : null}
    </fieldset>
  )
}

type ScaleProps = Pick<Props, "criterion" | "error" | "onChange">

function ScaleFields({ criterion, error, onChange }: ScaleProps) {
  const number = (field: "min" | "max" | "step", label: string, optional = false) => (
    <Field label={label} error={error(field)} optional={optional}>
      {(control) => (
        <TextInput
          {...control}
          inputMode="decimal"
          value={criterion[field]}
          onChange={(event) => onChange({ [field]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      <div className="fields">
        <Field label="Scale" error={error("scale")}>
          {(control) => (
            <Select
              {...control}
              options={[
                { value: "range", label: "Numbers in a range" },
                { value: "choices", label: "Named choices" },
              ]}
              value={criterion.kind}
              onChange={(event) => onChange({ kind: event.target.value === "choices" ? "choices" : "range" })}
            />
          )}
        </Field>
        {criterion.kind === "range" ? (
          <>
            {number("min", "Smallest")}
            {number("max", "Largest")}
            {number("step", "Step", true)}
          </>
        ) : null}
      </div>
      {criterion.kind === "range" ? (
        <p className="mb-4">
          <Checkbox checked={criterion.whole} onChange={(event) => onChange({ whole: event.target.checked })}>
            Whole numbers only
          </Checkbox>
        </p>
      ) : (
        <Field
          label="Choices"
          hint="One per line, value and name: 3 = Medium"
          error={error("choices")}
          required
        >
          {(control) => (
            <TextArea
              {...control}
              rows={5}
              value={criterion.choices}
              onChange={(event) => onChange({ choices: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}
