"use client"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { TextArea } from "@/components/ui/text-area"
import { notify } from "@/components/ui/toast"
import { PERSONAL_DATA, PERSONAL_DATA_LABELS, type PersonalData } from "@/server/dpia/domain/screening-input"
import type { DeclarationRow, SubjectRow } from "@/server/dpia/domain/screening-row"
import { useRefreshDpia } from "../use-refresh-dpia"
import { subjectInput } from "./prepare-subject"

const HINTS: Record<PersonalData, string> = {
  none: "Nobody can be recognised in it, also not together with other data",
  personal: "Anything about a person who can be recognised: names, numbers, places, behaviour",
  special: "Health, origin, belief, politics, union, sex life, genetics, biometrics (Art. 9 GDPR)",
}

type Props = {
  subject: Pick<SubjectRow, "type" | "id" | "name">
  declaration: DeclarationRow | null
  onDone?: () => void
}

/** Says whether a product or an item holds data on people; from "personal" on a screening is owed. */
export function DeclareForm({ subject, declaration, onDone }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshDpia()
  const [choice, setChoice] = useState<PersonalData | null>(declaration?.personalData ?? null)
  const [note, setNote] = useState(declaration?.note ?? "")
  const [problem, setProblem] = useState<string>()
  const declare = useMutation(
    trpc.dpia.declarePersonalData.mutationOptions({
      onSuccess: async ({ personalData }) => {
        notify.success(`${subject.name}: ${PERSONAL_DATA_LABELS[personalData].toLowerCase()}`)
        await refresh()
        onDone?.()
      },
    }),
  )
  const send = (event: FormEvent) => {
    event.preventDefault()
    setProblem(choice ? undefined : "Say whether it holds personal data")
    if (!choice || declare.isPending) return
    declare.mutate({ subject: subjectInput(subject), personalData: choice, note })
  }
  return (
    <form className="declare" onSubmit={send} noValidate>
      <fieldset>
        <legend>Does {subject.name} hold personal data?</legend>
        {PERSONAL_DATA.map((value) => (
          <label key={value} className="check">
            <input
              type="radio"
              name={`declare ${subject.id}`}
              checked={choice === value}
              onChange={() => setChoice(value)}
            />
            <span>
              {PERSONAL_DATA_LABELS[value]}
              <span className="sub">{HINTS[value]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {problem ? <Notice state="bad">{problem}</Notice> : null}
      <Field label="Note" hint="Which data, or why none" optional>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            maxLength={4000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {declare.error ? <Notice state="bad">{errorMessage(declare.error)}</Notice> : null}
      <span className="flex gap-2">
        <Button type="submit" pending={declare.isPending}>
          Save declaration
        </Button>
        {onDone ? (
          <Button variant="quiet" onClick={onDone}>
            Cancel
          </Button>
        ) : null}
      </span>
    </form>
  )
}
