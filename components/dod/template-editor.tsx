"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC, useTRPCClient } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { SectionHead } from "@/components/ui/section-head"
import { Select } from "@/components/ui/select"
import { TextArea } from "@/components/ui/text-area"
import { notify } from "@/components/ui/toast"
import type { CheckKind } from "@/server/dod/domain/check-kind"
import type { Deliverable } from "@/server/dod/domain/deliverable"
import { type Check, publishProblem, type Template, templateSchema } from "@/server/dod/domain/template"
import { CheckFields } from "./check-fields"
import { moveCheck, newComputedCheck, newManualCheck } from "./prepare-template"

type Props = {
  deliverable: Deliverable
  /** How often the draft has been saved; 0 while there is none. */
  edits: number
  start: Template
  kinds: readonly CheckKind[]
  onClose: () => void
}

const newKey = () => crypto.randomUUID().slice(0, 13)

/** The draft of a version: its checks in order, saved before it is published. */
export function TemplateEditor({ deliverable, edits, start, kinds, onClose }: Props) {
  const api = useTRPCClient()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [checks, setChecks] = useState<Check[]>(start.checks)
  const [note, setNote] = useState(start.note)
  const [problem, setProblem] = useState<string>()
  const [pending, setPending] = useState(false)
  const replace = (index: number, check: Check) =>
    setChecks(checks.map((one, place) => (place === index ? check : one)))
  const run = async (work: () => Promise<string>, close: boolean) => {
    setPending(true)
    setProblem(undefined)
    try {
      notify.success(await work())
      if (close) onClose()
    } catch (error) {
      setProblem(errorMessage(error))
    }
    await queries.invalidateQueries({ queryKey: trpc.dod.pathKey() })
    setPending(false)
  }
  const save = async () => {
    const parsed = templateSchema.safeParse({ checks, note })
    if (!parsed.success) throw new Error(parsed.error.issues[0]?.message ?? "The draft is not complete")
    return api.dod.saveDraft.mutate({ deliverable, edits, definition: parsed.data })
  }
  const keep = () =>
    run(async () => {
      const saved = await save()
      return `Saved the draft of version ${saved.version}`
    }, true)
  const publish = () =>
    run(async () => {
      const saved = await save()
      const { version } = await api.dod.publishTemplate.mutate({ deliverable, edits: saved.edits })
      return `Version ${version} is published. Checklists that follow an earlier one stay with it until they are moved`
    }, true)
  const discard = () =>
    run(async () => {
      await api.dod.discardDraft.mutate({ deliverable, edits })
      return "Threw the draft away"
    }, true)
  const taken = new Set(checks.map(({ key }) => key))
  return (
    <section className="dod-editor" aria-labelledby="draft">
      <SectionHead id="draft" title="Draft" note="Nothing follows it before it is published" />
      <ol>
        {checks.map((check, index) => (
          <CheckFields
            key={check.key}
            check={check}
            place={index + 1}
            of={checks.length}
            kinds={kinds}
            onChange={(next) => replace(index, next)}
            onMove={(by) => setChecks(moveCheck(checks, index, by))}
            onRemove={() => setChecks(checks.filter((one) => one !== check))}
          />
        ))}
      </ol>
      <div className="acts mt-3">
        <Button onClick={() => setChecks([...checks, newManualCheck(newKey())])}>Add manual check</Button>
        <Select
          aria-label="Add computed check"
          value=""
          empty="Add computed check…"
          options={kinds.map(({ id, label }) => ({ value: id, label }))}
          onChange={(event) => {
            const kind = kinds.find(({ id }) => id === event.target.value)
            if (kind) setChecks([...checks, newComputedCheck(kind, taken, newKey())])
          }}
        />
      </div>
      <Field label="What is new in this version" optional hint="Read by whoever moves a checklist to it.">
        {(control) => (
          <TextArea {...control} rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      {problem ? (
        <p className="error" role="alert">
          {problem}
        </p>
      ) : null}
      <div className="acts mb-5">
        <Button variant="quiet" onClick={onClose}>
          Close without saving
        </Button>
        {edits > 0 ? (
          <Button variant="danger" pending={pending} onClick={() => void discard()}>
            Throw draft away
          </Button>
        ) : null}
        <Button pending={pending} onClick={() => void keep()}>
          Save draft
        </Button>
        <Button
          variant="primary"
          pending={pending}
          disabledReason={publishProblem({ checks, note })}
          onClick={() => void publish()}
        >
          Publish version
        </Button>
      </div>
    </section>
  )
}
