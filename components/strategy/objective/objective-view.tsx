"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useAddress } from "@/components/shell/use-address"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { EmptyState } from "@/components/ui/empty-state"
import { Menu } from "@/components/ui/menu"
import { PageHead } from "@/components/ui/page-head"
import { SectionHead } from "@/components/ui/section-head"
import { shortDay } from "@/server/strategy/domain/day-words"
import { GRADE_RULE } from "@/server/strategy/domain/grade"
import { OBJECTIVE_STATE_LABELS, type ObjectiveState } from "@/server/strategy/domain/objective"
import type { MeasurementRow } from "@/server/strategy/domain/objective-row"
import { objectiveGrade, percentWords } from "../prepare-strategy"
import type { KeyResultDetails } from "../strategy-data"
import "@/components/products/products.css"
import "../strategy.css"
import "./objective.css"
import { KeyResultSection } from "./key-result-section"
import { ObjectiveAside } from "./objective-aside"
import { useObjectiveActs } from "./use-objective-acts"

const MeasureDialog = dynamic(() => import("./measure-dialog"), { ssr: false })
const KeyResultDialog = dynamic(() => import("./key-result-dialog"), { ssr: false })
const EditObjectiveDialog = dynamic(() => import("./edit-objective-dialog"), { ssr: false })
const LinkDialog = dynamic(() => import("../links/link-dialog"), { ssr: false })
const ConfirmDialog = dynamic(
  () => import("@/components/ui/confirm-dialog").then((module) => module.ConfirmDialog),
  { ssr: false },
)

type Open =
  | { what: "correct"; keyResult: KeyResultDetails; wrong: MeasurementRow }
  | { what: "edit-result" | "drop" | "link"; keyResult: KeyResultDetails }
  | { what: "add" | "edit" }
  | { what: "state"; state: ObjectiveState }

const NEXT: Record<ObjectiveState, { state: ObjectiveState; label: string }[]> = {
  draft: [
    { state: "active", label: "Activate objective" },
    { state: "closed", label: "Close objective" },
  ],
  active: [
    { state: "closed", label: "Close objective" },
    { state: "draft", label: "Back to draft" },
  ],
  closed: [{ state: "active", label: "Reopen objective" }],
}

/** One objective: its key results over time, what works on them, and what was decided. */
export function ObjectiveView({ objectiveKey }: { objectiveKey: string }) {
  const trpc = useTRPC()
  const { workspace, may } = useWorkspace()
  const { params, set } = useAddress()
  const { data: objective } = useSuspenseQuery(trpc.strategy.getObjective.queryOptions({ key: objectiveKey }))
  const [open, setOpen] = useState<Open | null>(null)
  const acts = useObjectiveActs(objective)
  const asTable = params.get("show") === "table"
  const swap = (table: boolean) => set("show", table ? "table" : null)
  const mayEdit = may("strategy.edit")
  const reason = mayEdit.ok ? undefined : mayEdit.reason
  const { keyResults, summary } = objective
  const grade = objectiveGrade(objective)
  const measuring = keyResults.find(({ id }) => id === params.get("measure"))
  const close = () => setOpen(null)
  const measureFirst = () => {
    const next = keyResults.find(({ standing }) => standing.stale) ?? keyResults[0]
    if (next) set("measure", next.id)
  }
  useShortcuts([
    { keys: "t", label: "Show charts as tables", hint: true, run: () => swap(!asTable) },
    { keys: "m", label: "Measure", hint: true, run: measureFirst },
    ...(mayEdit.ok ? [{ keys: "e", label: "Edit objective", run: () => setOpen({ what: "edit" }) }] : []),
  ])
  return (
    <>
      <PageHead
        title={objective.title}
        crumbs={[{ label: "Strategy", href: `/${workspace.slug}/strategy` }, { label: objective.key }]}
        state={
          <>
            <Chip state={grade.state}>{grade.words}</Chip>
            {summary?.progress == null ? null : `${percentWords(summary.progress)} of the way. `}
            {shortDay(objective.periodStart)} to {shortDay(objective.periodEnd)}, owner{" "}
            {objective.owner?.name ?? "nobody yet"}.
          </>
        }
        actions={
          <>
            <Menu
              trigger={<Button>More</Button>}
              groups={[
                {
                  entries: [
                    {
                      label: "Edit objective",
                      shortcut: "e",
                      onSelect: () => setOpen({ what: "edit" }),
                      disabledReason: reason,
                    },
                    ...NEXT[objective.state].map(({ state, label }) => ({
                      label,
                      onSelect: () => setOpen({ what: "state", state }),
                      disabledReason: reason,
                    })),
                  ],
                },
              ]}
            />
            <Button variant="primary" disabledReason={reason} onClick={() => setOpen({ what: "add" })}>
              Add key result
            </Button>
          </>
        }
      />
      <div className="objective-columns">
        <div>
          <SectionHead title="Key results" note={`graded today, ${keyResults.length} in all`} />
          {keyResults.length === 0 ? (
            <EmptyState
              title="No key result yet"
              action={
                <Button disabledReason={reason} onClick={() => setOpen({ what: "add" })}>
                  Add key result
                </Button>
              }
            >
              A key result says by how much something changes and until when. Without one nobody can tell
              whether the objective is met.
            </EmptyState>
          ) : null}
          {keyResults.map((keyResult) => (
            <KeyResultSection
              key={keyResult.id}
              keyResult={keyResult}
              domainId={objective.domain?.id ?? null}
              asTable={asTable}
              onSwap={swap}
              acts={{
                measure: ({ id }) => set("measure", id),
                correct: (result, wrong) => setOpen({ what: "correct", keyResult: result, wrong }),
                edit: (result) => setOpen({ what: "edit-result", keyResult: result }),
                drop: (result) => setOpen({ what: "drop", keyResult: result }),
                link: (result) => setOpen({ what: "link", keyResult: result }),
              }}
            />
          ))}
          {keyResults.length > 0 ? <p className="hint rule">{GRADE_RULE}</p> : null}
        </div>
        <ObjectiveAside objective={objective} />
      </div>
      {measuring ? (
        <MeasureDialog
          keyResult={measuring}
          source={measuring.measurements.at(-1)?.note ?? ""}
          onClose={() => set("measure", null)}
        />
      ) : null}
      {open?.what === "correct" ? (
        <MeasureDialog keyResult={open.keyResult} source="" wrong={open.wrong} onClose={close} />
      ) : null}
      {open?.what === "add" ? <KeyResultDialog objective={objective} onClose={close} /> : null}
      {open?.what === "edit-result" ? (
        <KeyResultDialog objective={objective} keyResult={open.keyResult} onClose={close} />
      ) : null}
      {open?.what === "edit" ? <EditObjectiveDialog objective={objective} onClose={close} /> : null}
      {open?.what === "link" ? (
        <LinkDialog
          target={{ keyResultId: open.keyResult.id }}
          to={`It works on ${open.keyResult.metric} of ${objective.key}.`}
          onClose={close}
        />
      ) : null}
      {open?.what === "drop" ? (
        <ConfirmDialog
          open
          onOpenChange={close}
          title={`Take ${open.keyResult.metric} out?`}
          description="It is graded no more. Its measurements stay in the records."
          action="Take it out"
          ask={{ kind: "reason" }}
          onConfirm={(why) => acts.dropKeyResult(open.keyResult, why)}
        />
      ) : null}
      {open?.what === "state" ? (
        <ConfirmDialog
          open
          danger={false}
          onOpenChange={close}
          title={`${NEXT[objective.state].find(({ state }) => state === open.state)?.label ?? "Change state"}?`}
          description={`It goes from ${OBJECTIVE_STATE_LABELS[objective.state].toLowerCase()} to ${OBJECTIVE_STATE_LABELS[open.state].toLowerCase()}. Who, when and why is kept.`}
          action={NEXT[objective.state].find(({ state }) => state === open.state)?.label ?? "Change state"}
          ask={{ kind: "reason" }}
          onConfirm={(why) => acts.moveTo(open.state, why)}
        />
      ) : null}
    </>
  )
}
