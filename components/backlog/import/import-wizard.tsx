"use client"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { announce } from "@/components/shell/announcer"
import { Notice } from "@/components/ui/notice"
import { ProgressBar } from "@/components/ui/progress-bar"
import type { ColumnTarget, ImportMapping } from "@/server/backlog/domain/import/mapping"
import { useChoices } from "../use-choices"
import { useItemCache } from "../use-item-cache"
import { applyImport } from "./call-import"
import type { Detection, ImportResult, Preview, Reading } from "./import-data"
import { MappingStep } from "./mapping-step"
import { mergeGuess, needsGuess, rowCount } from "./prepare-import"
import { PreviewStep } from "./preview-step"
import { useMappingDraft } from "./use-mapping-draft"

type Props = {
  importId: string
  detection: Detection
  reading: Reading
  onStep: (step: "Columns" | "Check" | "Import") => void
  onDone: (result: ImportResult) => void
  onCancel: () => void
}

/** From an uploaded file to its items: columns, check, import. */
export function ImportWizard({ importId, onStep, onDone, onCancel, ...start }: Props) {
  const trpc = useTRPC()
  const cache = useItemCache()
  const { workspace } = useWorkspace()
  const choices = useChoices()
  const [detection, setDetection] = useState(start.detection)
  const [reading, setReading] = useState(start.reading)
  const { mapping, productId, setMapping, setProductId, forget } = useMappingDraft(
    importId,
    start.detection.mapping,
  )
  const [preview, setPreview] = useState<Preview | null>(null)
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const [problem, setProblem] = useState<string>()
  const detect = useMutation(trpc.backlog.detectImport.mutationOptions())
  const check = useMutation(trpc.backlog.previewImport.mutationOptions())
  const choice = { mapping, reading, productId }

  const attempt = async (work: () => Promise<void>) => {
    setProblem(undefined)
    try {
      await work()
    } catch (error) {
      setProblem(errorMessage(error))
    }
  }
  const readAgain = (next: Reading) =>
    attempt(async () => {
      const found = await detect.mutateAsync({ importId, reading: next })
      setReading(next)
      setDetection(found)
      setMapping(found.mapping)
      announce(`Read again: ${rowCount(found.rows)} and ${found.columns.length} columns`)
    })
  const changeMapping = (next: ImportMapping, changed?: ColumnTarget) => {
    setMapping(next)
    if (!changed || !needsGuess(changed)) return
    void attempt(async () => {
      const columns = next.columns.map(({ header, target }) => ({ header, target }))
      const found = await detect.mutateAsync({ importId, reading, columns })
      setDetection((before) => ({ ...before, unknown: found.unknown, dates: found.dates }))
      setMapping((before) => mergeGuess(before, found.mapping))
    })
  }
  const runCheck = () =>
    attempt(async () => {
      setPreview(await check.mutateAsync({ importId, ...choice }))
      onStep("Check")
    })
  const apply = () =>
    attempt(async () => {
      setProgress({ done: 0, total: preview?.rows ?? 0 })
      onStep("Import")
      try {
        const onProgress = (done: number, total: number) => setProgress({ done, total })
        const result = await applyImport(workspace.slug, importId, choice, onProgress)
        void cache.outdate()
        forget()
        onDone(result)
      } finally {
        setProgress(null)
      }
    })

  return (
    <>
      {problem ? (
        <div role="alert" className="mb-4">
          <Notice state="bad">
            <b>That did not work.</b> {problem}.
          </Notice>
        </div>
      ) : null}
      {progress ? (
        <div className="wizard" role="status">
          <ProgressBar
            label="Importing"
            value={progress.done > 0 ? progress.done : undefined}
            max={Math.max(1, progress.total)}
            words={`${progress.done.toLocaleString("en-GB")} of ${rowCount(progress.total)}`}
          />
          <p className="muted mt-3">
            All rows are written together at the end, or none. You may leave this page; the import goes on,
            and stands in the history when it is done.
          </p>
        </div>
      ) : preview ? (
        <PreviewStep
          preview={preview}
          choices={choices}
          onApply={() => void apply()}
          onBack={() => {
            setPreview(null)
            onStep("Columns")
          }}
        />
      ) : (
        <MappingStep
          detection={detection}
          mapping={mapping}
          productId={productId}
          choices={choices}
          pending={check.isPending || detect.isPending}
          onReading={(next) => void readAgain(next)}
          onMapping={changeMapping}
          onProduct={setProductId}
          onCheck={() => void runCheck()}
          onCancel={onCancel}
        />
      )}
    </>
  )
}
