"use client"
import { useRef } from "react"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { SectionHead } from "@/components/ui/section-head"
import { StateWord } from "@/components/ui/state-word"
import { TextArea } from "@/components/ui/text-area"
import { TextInput } from "@/components/ui/text-input"
import { FRAMEWORK_LIMITS } from "@/server/scoring/domain/framework"
import { draftKeys } from "./prepare-draft"
import { checkFormula } from "./prepare-formula-check"
import type { FrameworkEditor } from "./use-framework-editor"

/** The own formula: text, named parts, and a check that follows the typing. */
export function ExpressionSection({ editor }: { editor: FrameworkEditor }) {
  const { draft, problems, set } = editor
  const area = useRef<HTMLTextAreaElement>(null)
  const check = checkFormula(draft)
  const setPart = (index: number, patch: Partial<(typeof draft.parts)[number]>) =>
    set({ parts: draft.parts.map((part, at) => (at === index ? { ...part, ...patch } : part)) })
  const insert = (name: string) => {
    const { selectionStart = draft.expression.length, selectionEnd = selectionStart } = area.current ?? {}
    const { expression } = draft
    set({ expression: `${expression.slice(0, selectionStart)}${name}${expression.slice(selectionEnd)}` })
    area.current?.focus()
  }
  return (
    <section aria-labelledby="formula">
      <div className="h-4" />
      <SectionHead id="formula" title="Formula" note="Computed from the text, never run as a program" />
      <Field
        label="Formula"
        hint="Numbers, the names below, + - * / ^ and parentheses; min, max, abs, sqrt, ln, log10, pow, and if(effort > 5, 1, 2)."
        error={problems.expression ?? (check.ok ? undefined : check.problems.expression)}
        required
      >
        {(control) => (
          <TextArea
            {...control}
            ref={area}
            className="mono"
            rows={2}
            spellCheck={false}
            maxLength={FRAMEWORK_LIMITS.expression}
            value={draft.expression}
            onChange={(event) => set({ expression: event.target.value })}
          />
        )}
      </Field>
      <p className="insert">
        <span className="hint">Insert</span>
        {[...draftKeys(draft), ...draft.parts.map(({ name }) => name).filter(Boolean)].map((name) => (
          <Button key={name} size="small" onClick={() => insert(name)}>
            {name}
          </Button>
        ))}
      </p>
      {draft.parts.map(({ id, name, expression }, index) => (
        <div className="fields part" key={id}>
          <Field
            label={`Name of part ${index + 1}`}
            error={problems[`definitions.${index}.name`] ?? check.problems[`definitions.${index}.name`]}
          >
            {(control) => (
              <TextInput
                {...control}
                className="mono"
                maxLength={40}
                value={name}
                onChange={(event) => setPart(index, { name: event.target.value })}
              />
            )}
          </Field>
          <Field
            label={`Part ${index + 1} is`}
            error={
              problems[`definitions.${index}.expression`] ?? check.problems[`definitions.${index}.expression`]
            }
          >
            {(control) => (
              <TextInput
                {...control}
                className="mono"
                spellCheck={false}
                maxLength={FRAMEWORK_LIMITS.expression}
                value={expression}
                onChange={(event) => setPart(index, { expression: event.target.value })}
              />
            )}
          </Field>
          <Button
            size="small"
            aria-label={`Remove part ${name || index + 1}`}
            onClick={() => set({ parts: draft.parts.filter((_, at) => at !== index) })}
          >
            Remove
          </Button>
        </div>
      ))}
      {draft.parts.length < FRAMEWORK_LIMITS.definitions ? (
        <Button
          size="small"
          onClick={() =>
            set({ parts: [...draft.parts, { id: crypto.randomUUID(), name: "", expression: "" }] })
          }
        >
          Add named part
        </Button>
      ) : null}
      <output className="block my-3">
        {check.ok ? (
          <>
            <StateWord state="good">{check.words}</StateWord> <span className="hint">{check.range}</span>
          </>
        ) : (
          <StateWord state="unknown">The formula cannot be computed yet</StateWord>
        )}
      </output>
      {check.warnings.map((warning) => (
        <Notice key={warning} state="warning">
          {warning}
        </Notice>
      ))}
    </section>
  )
}
