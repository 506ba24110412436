"use client"
import { type DragEvent, useRef, useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { classNames } from "@/components/ui/class-names"
import { Icon } from "@/components/ui/icon"
import { ProgressBar } from "@/components/ui/progress-bar"
import { IMPORT_LIMITS } from "@/server/backlog/domain/import/limits"
import { type Uploaded, uploadFile } from "./call-import"
import { sizeWords } from "./prepare-import"

type Props = { reason?: string; onUploaded: (uploaded: Uploaded) => void }

/** The first step: a file by picking or dropping, on its way with its progress. */
export function ChooseFile({ reason, onUploaded }: Props) {
  const { workspace } = useWorkspace()
  const input = useRef<HTMLInputElement>(null)
  const stop = useRef<AbortController>(null)
  const [sending, setSending] = useState<{ file: File; share: number }>()
  const [problem, setProblem] = useState<string>()
  const [over, setOver] = useState(false)

  const send = async (file: File | undefined) => {
    if (!file || sending) return
    if (file.size > IMPORT_LIMITS.bytes) {
      setProblem(
        `${file.name} has ${sizeWords(file.size)}; at most 50 MB are read. Split it and import the parts.`,
      )
      return
    }
    setProblem(undefined)
    setSending({ file, share: 0 })
    stop.current = new AbortController()
    try {
      const onProgress = (share: number) => setSending({ file, share })
      onUploaded(await uploadFile(workspace.slug, file, onProgress, stop.current.signal))
    } catch (error) {
      setProblem(`${file.name}: ${error instanceof Error ? error.message : "it could not be sent"}`)
    } finally {
      setSending(undefined)
      if (input.current) input.current.value = ""
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!reason) void send(event.dataTransfer.files[0])
  }
  if (sending) {
    const { file, share } = sending
    return (
      <div className="drop-zone" role="status">
        <ProgressBar
          label={`Sending ${file.name}`}
          value={share < 1 ? share : undefined}
          max={1}
          words={
            share < 1
              ? `${file.name}: ${sizeWords(file.size * share)} of ${sizeWords(file.size)} sent`
              : `${file.name}: the server reads it`
          }
        />
        <Button className="mt-3" onClick={() => stop.current?.abort()}>
          Stop
        </Button>
      </div>
    )
  }
  return (
    <fieldset
      aria-label="File"
      className={classNames("drop-zone", over && "over")}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label="CSV or JSON file"
        accept=".csv,.tsv,.txt,.json,text/csv,text/tab-separated-values,application/json"
        onChange={(event) => void send(event.target.files?.[0])}
      />
      <p>
        <Button variant="primary" disabledReason={reason} onClick={() => input.current?.click()}>
          Choose a file
        </Button>{" "}
        <span className="muted">or drop it here.</span>
      </p>
      <p className="hint mt-2">
        CSV, TSV or JSON, at most 50 MB and 100,000 rows. Separator and encoding are detected. Exports of
        Jira, Azure DevOps, Linear, GitHub (also of its command gh), Trello boards and of Plumbline itself are
        recognised.
      </p>
      {problem ? (
        <p className="bad mt-3" role="alert">
          <Icon name="bad" /> {problem}
        </p>
      ) : null}
    </fieldset>
  )
}
