"use client"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
import { riskFields } from "@/server/dpia/domain/assessment-input"
import type { RiskRow } from "@/server/dpia/domain/assessment-row"
import { type Estimate, NOT_ESTIMATED } from "@/server/dpia/domain/risk"
import { LevelChoice } from "./level-choice"
import { MeasurePicker } from "./measure-picker"
import { mineOnTop } from "./mine-on-top"
import { useAssessment } from "./use-assessment"

const schema = z.object({ title: riskFields.shape.title })

const LISTS = [
  ["impacts", "What would it do to people?"],
  ["threats", "How could it come about?"],
  ["sources", "Who or what could cause it?"],
] as const

const ESTIMATES = [
  ["inherent", "before measures"],
  ["estimate", "with the measures that exist or are planned"],
  ["reestimate", "with the action plan"],
] as const

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)

/** What is wrong with a list or with one of its entries. */
const errorOf = (errors: Readonly<Record<string, string>>, list: string) =>
  Object.entries(errors).find(([path]) => path.split(".")[0] === list)?.[1]

type Props = {
  /** Absent for a new one. */
  risk?: RiskRow
  onClose: () => void
}

/** A risk of one's own: lists with one entry per line, and the levels. */
export default function RiskDialog({ risk, onClose }: Props) {
  const trpc = useTRPC()
  const { assessment, refresh } = useAssessment()
  const { id } = assessment
  const [version, setVersion] = useState(risk?.version ?? 0)
  const add = useMutation(trpc.dpia.addRisk.mutationOptions())
  const update = useMutation(trpc.dpia.updateRisk.mutationOptions())
  const begun = {
    title: risk?.title ?? "",
    impacts: risk?.impacts.join("\n") ?? "",
    threats: risk?.threats.join("\n") ?? "",
    sources: risk?.sources.join("\n") ?? "",
    measures: risk?.measures ?? [],
    inherent: risk?.inherent ?? NOT_ESTIMATED,
    estimate: risk?.estimate ?? NOT_ESTIMATED,
    reestimate: risk?.reestimate ?? NOT_ESTIMATED,
  }
  const form = useForm(
    schema,
    begun,
    async (values) => {
      const { impacts, threats, sources } = values
      const lists = { impacts: linesOf(impacts), threats: linesOf(threats), sources: linesOf(sources) }
      const stated = { ...values, ...lists }
      if (risk) await update.mutateAsync({ id, riskId: risk.id, version, changes: stated })
      else await add.mutateAsync({ id, risk: stated })
      await refresh()
      onClose()
    },
    { draft: `risk ${risk ? `${risk.id} ${risk.version}` : id}` },
  )
  const { values, field, set, errors } = form
  const levels = (name: "inherent" | "estimate" | "reestimate", words: string) => {
    const change = (changes: Partial<Estimate>) => set({ [name]: { ...values[name], ...changes } })
    return (
      <div className="pair" key={name}>
        <LevelChoice
          legend={`Severity ${words}`}
          scale="severity"
          value={values[name].severity}
          onChange={(severity) => change({ severity })}
        />
        <LevelChoice
          legend={`Likelihood ${words}`}
          scale="likelihood"
          value={values[name].likelihood}
          onChange={(likelihood) => change({ likelihood })}
        />
      </div>
    )
  }
  return (
    <FormDialog
      form={form}
      wide
      title={risk ? `Edit ${risk.title}` : "Add risk"}
      action={risk ? "Save risk" : "Add risk"}
      onClose={onClose}
      notice={mineOnTop<RiskRow>(form, setVersion)}
    >
      <TextField label="What could happen to people" required {...field("title")} />
      {LISTS.map(([name, label]) => (
        <TextField
          key={name}
          label={label}
          hint="One per line"
          rows={2}
          optional
          value={values[name]}
          error={errorOf(errors, name)}
          onChange={(text) => set({ [name]: text })}
        />
      ))}
      <p className="label">Which measures work against it?</p>
      <MeasurePicker
        label="Measures against it"
        chosen={values.measures}
        onChange={(measures) => set({ measures })}
      />
      {ESTIMATES.map(([name, words]) => levels(name, words))}
    </FormDialog>
  )
}
