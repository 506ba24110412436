"use client"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { RelativeTime } from "@/components/ui/relative-time"
import { TextArea } from "@/components/ui/text-area"
import type { ScreeningDetails } from "@/server/dpia/domain/screening-row"
import { useRefreshDpia } from "../use-refresh-dpia"

/** The data protection officer's view on the verdict: advice, not approval. */
export function OfficerView({ screening }: { screening: ScreeningDetails }) {
  const trpc = useTRPC()
  const { may, now } = useWorkspace()
  const refresh = useRefreshDpia()
  const [view, setView] = useState(screening.dpoView?.text ?? "")
  const [open, setOpen] = useState(false)
  const give = useMutation(
    trpc.dpia.giveScreeningView.mutationOptions({
      onSuccess: async () => {
        setOpen(false)
        await refresh()
      },
    }),
  )
  const mayAdvise = may("dpia.advise")
  const waits =
    screening.verdict === null
      ? "All questions are answered first"
      : screening.submittedAt
        ? "It was handed in; decide on it in Approvals"
        : undefined
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!give.isPending) give.mutate({ id: screening.id, lock: screening.lock, view })
  }
  const { dpoView } = screening
  return (
    <section aria-labelledby="officer-view">
      <h2 id="officer-view">The data protection officer's view</h2>
      {dpoView ? (
        <blockquote className="officer-view">
          <p>{dpoView.text}</p>
          <footer className="hint">
            {dpoView.by.name}, <RelativeTime iso={dpoView.at} now={now} past />
          </footer>
        </blockquote>
      ) : (
        <p className="muted">None yet. It is needed only where “likely required” is overridden.</p>
      )}
      {open ? (
        <form onSubmit={send} noValidate>
          <Field
            label="View"
            error={fieldErrors(give.error).view ?? (give.error ? errorMessage(give.error) : undefined)}
            required
          >
            {(control) => (
              <TextArea {...control} value={view} onChange={(event) => setView(event.target.value)} />
            )}
          </Field>
          <span className="flex gap-2">
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" variant="primary" pending={give.isPending}>
              Save view
            </Button>
          </span>
        </form>
      ) : mayAdvise.ok ? (
        <Button size="small" disabledReason={waits} onClick={() => setOpen(true)}>
          {dpoView ? "Change view" : "Give view"}
        </Button>
      ) : null}
    </section>
  )
}
