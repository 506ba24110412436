"use client"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { SectionHead } from "@/components/ui/section-head"
import { TextArea } from "@/components/ui/text-area"
import { WORKSHOP_LIMITS } from "@/server/workshops/domain/workshop"
import type { Workshop, WorkshopPeople } from "./workshop-data"

type Props = { workshop: Workshop; people: WorkshopPeople; onDone: () => Promise<unknown> }

/** Where people do not agree with what is being decided: one's own words, and those of the others. */
export function Dissent({ workshop, people, onDone }: Props) {
  const trpc = useTRPC()
  const { me } = useWorkspace()
  const [text, setText] = useState(workshop.mine.dissent ?? "")
  const [error, setError] = useState<string>()
  const record = useMutation(
    trpc.workshops.recordDissent.mutationOptions({
      onSuccess: onDone,
      onError: (failed) => setError(errorMessage(failed)),
    }),
  )
  const others = people.people.filter(({ userId, dissent }) => dissent && userId !== me.id)
  const kept = workshop.mine.dissent
  const save = (words: string) => {
    setError(undefined)
    setText(words)
    record.mutate({ id: workshop.id, text: words })
  }
  return (
    <section className="dissent">
      <SectionHead title="Dissent" note="part of the record, in your own words" />
      {others.length > 0 ? (
        <ul className="voices" aria-label="Dissent of others">
          {others.map(({ userId, name, dissent }) => (
            <li key={userId}>
              <b>{name}</b> <span className="muted">{dissent}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="hint">{kept ? "Nobody else dissents." : "Nobody dissents so far."}</p>
      )}
      {workshop.mine.joinedAt ? (
        <>
          <Field label="I see it differently" error={error}>
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                maxLength={WORKSHOP_LIMITS.dissent}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          <div className="acts">
            <Button
              size="small"
              pending={record.isPending}
              disabledReason={
                text.trim() === ""
                  ? "Write what you see differently"
                  : text.trim() === kept
                    ? "It is recorded"
                    : undefined
              }
              onClick={() => save(text.trim())}
            >
              Record dissent
            </Button>
            {kept ? (
              <Button size="small" variant="quiet" onClick={() => save("")}>
                Take it back
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
    </section>
  )
}
