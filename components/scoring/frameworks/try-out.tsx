"use client"
import { useState } from "react"
import { Field } from "@/components/ui/field"
import { SectionHead } from "@/components/ui/section-head"
import { Select } from "@/components/ui/select"
import { StateWord } from "@/components/ui/state-word"
import { TextInput } from "@/components/ui/text-input"
import { missingCriteria } from "@/server/scoring/domain/check-inputs"
import { nameScore } from "@/server/scoring/domain/format-score"
import { type Framework, isRelative } from "@/server/scoring/domain/framework"
import { scoreInputs } from "@/server/scoring/domain/score"
import { typedNumber } from "../grid/prepare-entry"
import type { FrameworkDraft } from "./prepare-draft"
import { readDraft } from "./read-draft"

/** One item made up on the spot, scored as one types: nothing of it is kept. */
export function TryOut({ draft }: { draft: FrameworkDraft }) {
  const [typed, setTyped] = useState<Record<string, string>>({})
  if (isRelative(draft)) return null
  const read = readDraft({ ...draft, name: draft.name.trim() || "Score" })
  const set = (id: string, value: string) => setTyped({ ...typed, [id]: value })
  return (
    <section aria-labelledby="try-out">
      <div className="h-4" />
      <SectionHead id="try-out" title="Try it" note="An item made up here; nothing is kept" />
      <div className="fields">
        {draft.criteria.map(({ id, name, kind }, index) => {
          const scale = "definition" in read ? read.definition.criteria[index]?.scale : undefined
          return (
            <Field key={id} label={`${name || `Criterion ${index + 1}`}, tried`}>
              {(control) =>
                kind === "choices" && scale?.kind === "choices" ? (
                  <Select
                    {...control}
                    empty="Choose"
                    options={scale.choices.map(({ value, label }) => ({ value: String(value), label }))}
                    value={typed[id] ?? ""}
                    onChange={(event) => set(id, event.target.value)}
                  />
                ) : (
                  <TextInput
                    {...control}
                    inputMode="decimal"
                    value={typed[id] ?? ""}
                    onChange={(event) => set(id, event.target.value)}
                  />
                )
              }
            </Field>
          )
        })}
      </div>
      <output className="block my-2">
        {"definition" in read ? (
          <Result
            framework={read.definition}
            inputs={draft.criteria.map(({ id }) => typedNumber(typed[id] ?? "") ?? null)}
          />
        ) : (
          <StateWord state="unknown">Something above cannot be read yet</StateWord>
        )}
      </output>
    </section>
  )
}

function Result({ framework, inputs }: { framework: Framework; inputs: (number | null)[] }) {
  const given = Object.fromEntries(framework.criteria.map(({ key }, index) => [key, inputs[index] ?? null]))
  const result = scoreInputs(framework, given)
  if (result.status === "scored") {
    return (
      <>
        <b>{nameScore(framework.method, result)}</b> <span className="muted">{result.sentence}</span>{" "}
        <span className="hint">{result.worked}</span>
      </>
    )
  }
  if (result.status === "invalid")
    return <StateWord state="bad">{result.problems.map(({ message }) => message).join(". ")}</StateWord>
  const missing = missingCriteria(framework, given)
  const names = framework.criteria.filter(({ key }) => missing.includes(key)).map(({ name }) => name)
  return <span className="hint">Enter {names.join(", ").toLowerCase()} to see a score.</span>
}
