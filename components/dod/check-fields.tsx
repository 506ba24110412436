"use client"
import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import type { CheckKind } from "@/server/dod/domain/check-kind"
import {
  type Check,
  type ComputedCheck,
  EVIDENCE,
  EVIDENCE_LABELS,
  type Evidence,
  LEVEL_LABELS,
  LEVELS,
  type Level,
} from "@/server/dod/domain/template"

type Props = {
  check: Check
  place: number
  of: number
  kinds: readonly CheckKind[]
  onChange: (check: Check) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

const LEVEL_OPTIONS = LEVELS.map((value) => ({ value, label: LEVEL_LABELS[value] }))
const EVIDENCE_OPTIONS = EVIDENCE.map((value) => ({ value, label: EVIDENCE_LABELS[value] }))

/** One check of a draft: what it asks, how it is shown, and its place in the order. */
export function CheckFields({ check, place, of, kinds, onChange, onMove, onRemove }: Props) {
  const name = `check ${place}`
  return (
    <li>
      <div className="line">
        {check.kind === "manual" ? (
          <>
            <TextInput
              aria-label={`Title of ${name}`}
              placeholder="What has to be true"
              value={check.title}
              onChange={(event) => onChange({ ...check, title: event.target.value })}
            />
            <Select
              aria-label={`Evidence of ${name}`}
              value={check.evidence}
              options={EVIDENCE_OPTIONS}
              onChange={(event) => onChange({ ...check, evidence: event.target.value as Evidence })}
            />
          </>
        ) : (
          <Computed check={check} name={name} kinds={kinds} onChange={onChange} />
        )}
        <Select
          aria-label={`Level of ${name}`}
          value={check.level}
          options={LEVEL_OPTIONS}
          onChange={(event) => onChange({ ...check, level: event.target.value as Level })}
        />
        <span className="moves">
          <Button
            size="small"
            variant="quiet"
            aria-label={`Move ${name} up`}
            aria-disabled={place === 1}
            onClick={() => onMove(-1)}
          >
            ↑
          </Button>
          <Button
            size="small"
            variant="quiet"
            aria-label={`Move ${name} down`}
            aria-disabled={place === of}
            onClick={() => onMove(1)}
          >
            ↓
          </Button>
          <Button size="small" variant="quiet" aria-label={`Remove ${name}`} onClick={onRemove}>
            Remove
          </Button>
        </span>
      </div>
      {check.kind === "manual" ? (
        <TextInput
          className="help"
          aria-label={`Explanation of ${name}`}
          placeholder="Explanation, optional: how somebody finds out whether it is met"
          value={check.help}
          onChange={(event) => onChange({ ...check, help: event.target.value })}
        />
      ) : null}
    </li>
  )
}

type ComputedProps = Pick<Props, "kinds" | "onChange"> & { check: ComputedCheck; name: string }

function Computed({ check, name, kinds, onChange }: ComputedProps) {
  const kind = kinds.find(({ id }) => id === check.check)
  return (
    <>
      <span>
        {kind?.label ?? check.check}{" "}
        <span className="sub">{kind?.why ?? "Not part of Plumbline any more"}</span>
      </span>
      <span>
        {kind?.params.map(({ name: param, label, min, max }) => (
          <span key={param} className="hint">
            {label}
            <TextInput
              type="number"
              min={min}
              max={max}
              aria-label={`${label} of ${name}`}
              value={String(check.params[param] ?? "")}
              onChange={(event) =>
                onChange({
                  ...check,
                  params: { ...check.params, [param]: Math.trunc(Number(event.target.value)) },
                })
              }
            />
          </span>
        ))}
        {kind?.params.length === 0 ? <span className="hint">computed</span> : null}
      </span>
    </>
  )
}
