"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { Button, buttonClass } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import type { RowProblem } from "@/server/backlog/domain/import/row-problem"
import { figure } from "@/server/kernel/domain/counted"
import type { Verdict } from "@/server/kernel/domain/verdict"
import { ProblemTable } from "./problem-table"

type Props = {
  fileName: string
  created: number
  updated: number
  unchanged: number
  errors: number
  warnings?: number
  problems?: readonly RowProblem[]
  undone: boolean
  mayUndo: Verdict
  onUndo: () => void
  onAgain: () => void
}

/** The last step: what was done, where to see it, and how to take it back. */
export function ResultStep(props: Props) {
  const { fileName, created, updated, unchanged, errors, undone, mayUndo } = props
  const { workspace } = useWorkspace()
  return (
    <div className="wizard">
      <div role="status">
        <Notice state={undone ? "unknown" : errors > 0 ? "warning" : "good"}>
          <b>{undone ? `The import of ${fileName} was undone.` : `${fileName} is imported.`}</b>{" "}
          {figure(created)} created, {figure(updated)} updated, {figure(unchanged)} unchanged,{" "}
          {figure(errors)} left out with an error.
        </Notice>
      </div>
      <ProblemTable problems={props.problems ?? []} errors={errors} warnings={props.warnings ?? 0} />
      <div className="acts mt-6">
        <Link
          className={buttonClass({ variant: "primary" })}
          href={`/${workspace.slug}/backlog?sort=-created`}
        >
          Show the newest items
        </Link>
        {undone ? null : (
          <Button disabledReason={mayUndo.ok ? undefined : mayUndo.reason} onClick={props.onUndo}>
            Undo this import
          </Button>
        )}
        <Button variant="quiet" onClick={props.onAgain}>
          Import another file
        </Button>
      </div>
      {mayUndo.ok && !undone ? (
        <p className="hint mt-2">
          For 24 hours, as long as nobody changed these items. Undoing removes the created items and gives the
          others their former fields.
        </p>
      ) : null}
    </div>
  )
}
