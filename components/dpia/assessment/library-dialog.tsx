"use client"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { notify } from "@/components/ui/toast"
import { MEASURE_KIND_LABELS, MEASURE_KINDS, MEASURE_LIBRARY } from "@/server/dpia/domain/measure-library"
import { FEARED_EVENT_FACTS } from "@/server/dpia/domain/questions"
import { useAssessment } from "./use-assessment"

/** Chooses measures to start from; each becomes a copy that is written on here. */
export default function LibraryDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const { assessment, refresh } = useAssessment()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [typed, setTyped] = useState("")
  const taken = new Set(assessment.measures.map(({ title }) => title))
  const add = useMutation(
    trpc.dpia.addMeasures.mutationOptions({
      onSuccess: async ({ measureIds }) => {
        notify.success(measureIds.length === 1 ? "Added a measure" : `Added ${measureIds.length} measures`)
        await refresh()
        onClose()
      },
    }),
  )
  const fits = ({ title, content }: { title: string; content: string }) =>
    `${title} ${content}`.toLowerCase().includes(typed.trim().toLowerCase())
  const toggle = (key: string) =>
    setChosen(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key])
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => open || onClose()}
      title="Choose measures from the library"
      description="Each is copied into this assessment. Then say how it is done here."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            pending={add.isPending}
            disabledReason={chosen.length === 0 ? "Choose at least one" : undefined}
            onClick={() => add.mutate({ id: assessment.id, fromLibrary: [...chosen] })}
          >
            {chosen.length > 1 ? `Add ${chosen.length} measures` : "Add measure"}
          </Button>
        </>
      }
    >
      {add.error ? <Notice state="bad">{errorMessage(add.error)}</Notice> : null}
      <input
        type="search"
        className="control"
        aria-label="Search the library"
        placeholder="Search the library"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {MEASURE_KINDS.map((kind) => {
        const found = MEASURE_LIBRARY.filter((measure) => measure.kind === kind && fits(measure))
        if (found.length === 0) return null
        return (
          <fieldset key={kind} className="library">
            <legend>{MEASURE_KIND_LABELS[kind]}</legend>
            {found.map(({ key, title, content, helps }) => (
              <label key={key} className="check">
                <input type="checkbox" checked={chosen.includes(key)} onChange={() => toggle(key)} />
                <span>
                  {title}
                  {taken.has(title) ? <span className="hint"> already here</span> : null}
                  <span className="sub">
                    {content} Against {helps.map((event) => FEARED_EVENT_FACTS[event].part).join(", ")}.
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
        )
      })}
    </Dialog>
  )
}
