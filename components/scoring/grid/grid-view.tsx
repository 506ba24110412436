"use client"
import dynamic from "next/dynamic"
import { useRouter } from "next/navigation"
import { type ReactNode, useCallback, useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useWorkspace } from "@/components/api/workspace"
import type { Choices } from "@/components/backlog/use-choices"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { EmptyState } from "@/components/ui/empty-state"
import { ErrorState } from "@/components/ui/error-state"
import { Notice } from "@/components/ui/notice"
import { SkeletonRows } from "@/components/ui/skeleton"
import { isNamed } from "@/server/scoring/domain/format-score"
import { BlindNotice } from "../blind/blind-notice"
import { SetAsideNotice } from "../blind/set-aside-notice"
import type { ScoringAddress } from "../prepare-address"
import type { GridItem, ListedFramework } from "../scoring-data"
import { ScoringHead } from "../scoring-head"
import { CriterionHelp } from "./criterion-help"
import { GridTable } from "./grid-table"
import { gridState } from "./prepare-grid"
import { SaveState } from "./save-state"
import { useGridPages } from "./use-grid-pages"
import { useScoreDrafts } from "./use-score-drafts"

const VersionsDialog = dynamic(() => import("./versions-dialog"), { ssr: false })

type Props = {
  address: ScoringAddress
  hrefOf: (change: Partial<ScoringAddress>) => string
  setAddress: (change: Partial<ScoringAddress>) => void
  frameworkKey: string
  framework: ListedFramework
  choices: Choices
  filters: ReactNode
}

/** The grid to score in: one's own values first, the others' once one has scored. */
export function GridView({ address, hrefOf, setAddress, frameworkKey, framework, choices, filters }: Props) {
  const router = useRouter()
  const { may } = useWorkspace()
  const pages = useGridPages(address, frameworkKey)
  const drafts = useScoreDrafts(framework.id, !address.todo)
  const [at, setAt] = useState<{ index: number; column: number } | null>(null)
  const [conflict, setConflict] = useState<GridItem | null>(null)
  const focus = useCallback((index: number, column: number) => setAt({ index, column }), [])
  const { scopeOf } = choices
  const refusalOf = useCallback(
    (productId: string | null) => {
      const verdict = may("scoring.score", scopeOf(productId))
      return verdict.ok ? undefined : verdict.reason
    },
    [may, scopeOf],
  )
  useShortcuts([
    { keys: "r", label: "Ranked items", hint: true, run: () => router.push(hrefOf({ mode: "ranked" })) },
    {
      keys: "t",
      label: "Only what I have not scored",
      hint: true,
      run: () => setAddress({ todo: !address.todo }),
    },
  ])
  const { definition, name, version } = framework
  const item = at ? pages.rows.get(at.index) : undefined
  const criterion = at ? definition.criteria[at.column] : undefined
  const draft = conflict ? drafts.row(conflict.id) : undefined
  const anywhere = may("scoring.score")
  return (
    <>
      <ScoringHead
        mode="score"
        hrefOf={hrefOf}
        frameworkKey={frameworkKey}
        frameworkName={name}
        blind={pages.total === undefined ? undefined : pages.blind !== null}
        state={gridState(pages.total, address.todo, name, version)}
      />
      {filters}
      {pages.blind ? (
        <div className="score-notices">
          <BlindNotice blind={pages.blind} frameworkKey={frameworkKey} name={name} />
        </div>
      ) : null}
      {pages.setAside ? (
        <div className="score-notices">
          <SetAsideNotice setAside={pages.setAside} frameworkKey={frameworkKey} name={name} />
        </div>
      ) : null}
      <div className="grid-bar">
        <Checkbox checked={address.todo} onChange={() => setAddress({ todo: !address.todo })}>
          Only items I have not scored
        </Checkbox>
        <SaveState drafts={drafts} noun="row" />
      </div>
      {anywhere.ok ? null : (
        <Notice state="unknown">
          <b>You may look, but not score.</b> {anywhere.reason}.
        </Notice>
      )}
      {pages.error ? (
        <ErrorState title="The scores could not be read" retry={pages.retry}>
          {errorMessage(pages.error)}
        </ErrorState>
      ) : pages.total === undefined ? (
        <SkeletonRows rows={15} label="Loading the scores" />
      ) : pages.total === 0 ? (
        <EmptyState
          title={address.todo ? "You have scored every item here" : "No item to score"}
          action={
            address.todo ? (
              <Button variant="primary" onClick={() => router.push(hrefOf({ mode: "ranked" }))}>
                See the ranking
              </Button>
            ) : undefined
          }
        >
          {address.todo
            ? "New items appear here once they are created or match the filters."
            : "Clear a filter, or choose a state: without one, only open items are scored."}
        </EmptyState>
      ) : (
        <div className="grid-pane">
          <GridTable
            pages={pages}
            framework={definition}
            drafts={drafts}
            refusalOf={refusalOf}
            onFocus={focus}
            onConflict={setConflict}
          />
          <CriterionHelp
            criterion={criterion}
            itemKey={item?.key}
            named={criterion ? isNamed(definition, criterion) : false}
            onChoose={
              item && criterion && refusalOf(item.productId) === undefined
                ? (value) => drafts.change(item.id, item.mine, { inputs: { [criterion.key]: value } })
                : undefined
            }
          />
        </div>
      )}
      {conflict && draft?.phase === "conflict" ? (
        <VersionsDialog
          item={conflict}
          draft={draft}
          framework={definition}
          onClose={() => setConflict(null)}
          onSettle={(keepMine) => {
            drafts.resolve(conflict.id, keepMine)
            setConflict(null)
          }}
        />
      ) : null}
    </>
  )
}
