"use client"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useId, useState } from "react"
import { conflictWith, errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { TextArea } from "@/components/ui/text-area"
import { TextInput } from "@/components/ui/text-input"
import type { RiskRow } from "@/server/dpia/domain/assessment-row"
import { type Estimate, NOT_ESTIMATED } from "@/server/dpia/domain/risk"
import { LevelChoice } from "./level-choice"
import { MeasurePicker } from "./measure-picker"
import { useAssessment } from "./use-assessment"

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

type Props = {
  /** Absent for a new one. */
  risk?: RiskRow
  onClose: () => void
}

/** A risk of one's own: lists with one entry per line, and the levels. */
export default function RiskDialog({ risk, onClose }: Props) {
  const trpc = useTRPC()
  const { assessment, refresh } = useAssessment()
  const formId = useId()
  const [version, setVersion] = useState(risk?.version ?? 0)
  const [form, setForm] = useState({
    title: risk?.title ?? "",
    impacts: risk?.impacts.join("\n") ?? "",
    threats: risk?.threats.join("\n") ?? "",
    sources: risk?.sources.join("\n") ?? "",
    measures: risk?.measures ?? [],
    inherent: risk?.inherent ?? NOT_ESTIMATED,
    estimate: risk?.estimate ?? NOT_ESTIMATED,
    reestimate: risk?.reestimate ?? NOT_ESTIMATED,
  })
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [theirs, setTheirs] = useState<{ title: string; version: number }>()
  const done = {
    onSuccess: async () => {
      await refresh()
      onClose()
    },
    onError: (error: unknown) => {
      const found = Object.entries(fieldErrors(error))
      setErrors(Object.fromEntries(found.map(([path, text]) => [path.split(".")[1] ?? path, text])))
      setTheirs(conflictWith(error))
    },
  }
  const add = useMutation(trpc.dpia.addRisk.mutationOptions(done))
  const update = useMutation(trpc.dpia.updateRisk.mutationOptions(done))
  const { error, isPending } = risk ? update : add
  const change = (changes: Partial<typeof form>) => setForm((before) => ({ ...before, ...changes }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isPending) return
    const stated = {
      ...form,
      impacts: linesOf(form.impacts),
      threats: linesOf(form.threats),
      sources: linesOf(form.sources),
    }
    if (risk) update.mutate({ id: assessment.id, riskId: risk.id, version, changes: stated })
    else add.mutate({ id: assessment.id, risk: stated })
  }
  const levels = (name: "inherent" | "estimate" | "reestimate", words: string) => {
    const set = (changes: Partial<Estimate>) => change({ [name]: { ...form[name], ...changes } })
    return (
      <div className="pair" key={name}>
        <LevelChoice
          legend={`Severity ${words}`}
          scale="severity"
          value={form[name].severity}
          onChange={(severity) => set({ severity })}
        />
        <LevelChoice
          legend={`Likelihood ${words}`}
          scale="likelihood"
          value={form[name].likelihood}
          onChange={(likelihood) => set({ likelihood })}
        />
      </div>
    )
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => open || onClose()}
      title={risk ? `Edit ${risk.title}` : "Add risk"}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={isPending}>
            {risk ? "Save risk" : "Add risk"}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        {theirs ? (
          <Notice state="warning">
            <b>Somebody else saved “{theirs.title}” in the meantime.</b> Yours is below.{" "}
            <Button
              size="small"
              onClick={() => {
                setVersion(theirs.version)
                setTheirs(undefined)
              }}
            >
              Save mine on top
            </Button>
          </Notice>
        ) : error && Object.keys(errors).length === 0 ? (
          <Notice state="bad">{errorMessage(error)}</Notice>
        ) : null}
        <Field label="What could happen to people" error={errors.title} required>
          {(control) => (
            <TextInput
              {...control}
              value={form.title}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
        {LISTS.map(([name, label]) => (
          <Field key={name} label={label} hint="One per line" error={errors[name]} optional>
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                value={form[name]}
                onChange={(event) => change({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <p className="label">Which measures work against it?</p>
        <MeasurePicker
          label="Measures against it"
          chosen={form.measures}
          onChange={(measures) => change({ measures })}
        />
        {ESTIMATES.map(([name, words]) => levels(name, words))}
      </form>
    </Dialog>
  )
}
