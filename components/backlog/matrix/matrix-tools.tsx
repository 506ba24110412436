"use client"
import { useId } from "react"
import { Select } from "@/components/ui/select"
import { axesOf } from "@/server/scoring/domain/matrix"
import type { ListedFramework } from "./matrix-data"
import { type MatrixAddress, plottable } from "./prepare-matrix"

type Props = {
  frameworks: readonly ListedFramework[]
  framework: ListedFramework
  address: MatrixAddress
  /** A blind round shows one's own values, whatever is chosen. */
  blind: boolean
  onChange: (address: MatrixAddress) => void
}

/** By which framework, which criteria and whose values items are placed. */
export function MatrixTools({ frameworks, framework, address, blind, onChange }: Props) {
  const axes = axesOf(framework.definition, address.x ?? undefined, address.y ?? undefined)
  const criteria = framework.definition.criteria.map(({ key, name }) => ({ value: key, label: name }))
  const names = plottable(frameworks).map(({ key, name }) => ({ value: key, label: name }))
  const choose = (x: string, y: string) => x !== y && onChange({ ...address, x, y })
  return (
    <span className="matrix-tools">
      <Tool
        label="Framework"
        value={framework.key}
        options={names}
        onChange={(key) =>
          onChange({ ...address, filter: { ...address.filter, frameworkKey: key }, x: null, y: null })
        }
      />
      {axes && criteria.length > 2 ? (
        <>
          <Tool
            label="Up"
            value={axes.y.key}
            options={criteria}
            onChange={(key) => choose(axes.x.key, key)}
          />
          <Tool
            label="Across"
            value={axes.x.key}
            options={criteria}
            onChange={(key) => choose(key, axes.y.key)}
          />
        </>
      ) : null}
      <Tool
        label="Values"
        value={address.mine || blind ? "mine" : "all"}
        options={blind ? [{ value: "mine", label: "only mine, blind" }] : WHOSE}
        onChange={(whose) => onChange({ ...address, mine: whose === "mine" })}
      />
    </span>
  )
}

const WHOSE = [
  { value: "all", label: "everybody, median" },
  { value: "mine", label: "only mine" },
]

type ToolProps = {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}

function Tool({ label, value, options, onChange }: ToolProps) {
  const id = useId()
  return (
    <span className="matrix-tool">
      <label className="muted" htmlFor={id}>
        {label}
      </label>
      <Select id={id} value={value} options={options} onChange={(event) => onChange(event.target.value)} />
    </span>
  )
}
