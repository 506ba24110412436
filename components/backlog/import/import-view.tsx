"use client"
import "../fields/fields.css"
import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { usePathname, useSearchParams } from "next/navigation"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { ErrorState } from "@/components/ui/error-state"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { RelativeTime } from "@/components/ui/relative-time"
import { SkeletonLines } from "@/components/ui/skeleton"
import type { Uploaded } from "./call-import"
import { ChooseFile } from "./choose-file"
import "./import.css"
import type { ImportResult } from "./import-data"
import { ImportHistory } from "./import-history"
import { ImportSteps } from "./import-steps"
import type { STEPS } from "./prepare-import"
import { TokenCall } from "./token-call"

const loading = () => <SkeletonLines lines={6} />
const ImportWizard = dynamic(() => import("./import-wizard").then((module) => module.ImportWizard), {
  loading,
})
const ResultStep = dynamic(() => import("./result-step").then((module) => module.ResultStep), { loading })
const UndoImport = dynamic(() => import("./undo-import"), { ssr: false })

type Step = (typeof STEPS)[number]

/** Brings in the backlog of another tool. The address names the import, so a reload goes on where it was. */
export function ImportView() {
  const trpc = useTRPC()
  const path = usePathname()
  const { workspace, now, may } = useWorkspace()
  const importId = useSearchParams().get("import")
  const open = (id: string | null) => {
    window.history.pushState(null, "", id ? `${path}?import=${id}` : path)
    setStep(id ? "Columns" : "File")
  }
  const [step, setStep] = useState<Step>(importId ? "Columns" : "File")
  const [before, setBefore] = useState<Uploaded["importedBefore"]>(null)
  const [result, setResult] = useState<ImportResult | null>(null)
  const [undoing, setUndoing] = useState<{ id: string; fileName: string } | null>(null)
  const query = useQuery(
    trpc.backlog.getImport.queryOptions({ importId: importId ?? "" }, { enabled: importId !== null }),
  )
  const facts = importId ? query.data : undefined
  const finished = facts && facts.status !== "uploaded"
  const mayImport = may("backlog.import")

  return (
    <>
      <PageHead
        title="Import items"
        crumbs={[{ label: "Backlog", href: `/${workspace.slug}/backlog` }, { label: "Import" }]}
        state="Bring in the backlog of another tool as a CSV or JSON file. Looked at first, changed only when you say so."
      />
      <ImportSteps current={finished ? "Result" : importId ? step : "File"} />
      {!importId ? (
        <>
          <ChooseFile
            reason={mayImport.ok ? undefined : mayImport.reason}
            onUploaded={(uploaded) => {
              setBefore(uploaded.importedBefore)
              setResult(null)
              open(uploaded.importId)
            }}
          />
          <TokenCall />
        </>
      ) : query.error ? (
        <ErrorState title="This import cannot be shown" retry={() => open(null)} retryLabel="Choose a file">
          {errorMessage(query.error)}
        </ErrorState>
      ) : !facts ? (
        <SkeletonLines lines={8} label="Loading the import" />
      ) : finished ? (
        <ResultStep
          fileName={facts.fileName}
          created={facts.created ?? 0}
          updated={facts.updated ?? 0}
          unchanged={facts.unchanged ?? 0}
          errors={facts.errors ?? 0}
          warnings={result?.importId === facts.id ? result.warnings : 0}
          problems={result?.importId === facts.id ? result.problems : []}
          undone={facts.status === "undone"}
          mayUndo={mayImport.ok ? facts.mayUndo : mayImport}
          onUndo={() => setUndoing(facts)}
          onAgain={() => open(null)}
        />
      ) : facts.detection ? (
        <>
          {before?.appliedAt ? (
            <div className="mb-4">
              <Notice state="warning">
                <b>This very file was imported before,</b> as {before.fileName}{" "}
                <RelativeTime iso={before.appliedAt} now={now} />. Importing it again changes nothing but what
                was changed here since.
              </Notice>
            </div>
          ) : null}
          <ImportWizard
            key={facts.id}
            importId={facts.id}
            detection={facts.detection}
            reading={facts.reading}
            onStep={setStep}
            onDone={(done) => {
              setResult(done)
              void query.refetch()
            }}
            onCancel={() => open(null)}
          />
        </>
      ) : null}
      <ImportHistory onOpen={open} onUndo={setUndoing} />
      {undoing ? (
        <UndoImport importId={undoing.id} fileName={undoing.fileName} onClose={() => setUndoing(null)} />
      ) : null}
    </>
  )
}
