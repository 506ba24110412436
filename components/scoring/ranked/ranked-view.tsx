"use client"
import dynamic from "next/dynamic"
import { useRouter } from "next/navigation"
import { type ReactNode, useCallback, useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useWorkspace } from "@/components/api/workspace"
import { announce } from "@/components/shell/announcer"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { ErrorState } from "@/components/ui/error-state"
import { Notice } from "@/components/ui/notice"
import { SkeletonRows } from "@/components/ui/skeleton"
import { BlindNotice } from "../blind/blind-notice"
import { SetAsideNotice } from "../blind/set-aside-notice"
import { ListOutcome } from "../outcome/list-outcome"
import type { ScoringAddress } from "../prepare-address"
import { rankingState } from "../prepare-words"
import { useRobustness } from "../robustness/use-robustness"
import type { RankingPage } from "../scoring-data"
import { ScoringHead } from "../scoring-head"
import { MethodPanel } from "./method-panel"
import { NothingRanked } from "./nothing-ranked"
import { RankFacts } from "./rank-facts"
import { RankedTable } from "./ranked-table"
import { UnscoredList } from "./unscored-list"
import { useAdoptOrder } from "./use-adopt-order"
import { useRanking } from "./use-ranking"
import { WhyPanel } from "./why-panel"

const AgreementDialog = dynamic(() => import("../agreement/agreement-dialog"), { ssr: false })
const RobustnessDialog = dynamic(() => import("../robustness/robustness-dialog"), { ssr: false })

type Props = {
  address: ScoringAddress
  hrefOf: (change: Partial<ScoringAddress>) => string
  setAddress: (change: Partial<ScoringAddress>) => void
  frameworkKey: string
  latestVersion: number
  /** The bar of filters, shared by both modes. */
  filters: ReactNode
}

/** The backlog by score, highest first, each score with its reasons. */
export function RankedView({ address, hrefOf, setAddress, frameworkKey, latestVersion, filters }: Props) {
  const router = useRouter()
  const { workspace, may } = useWorkspace()
  const result = useRanking(address, frameworkKey)
  const [focusMove, setFocusMove] = useState(0)
  const [adopting, setAdopting] = useState(false)
  const adopt = useAdoptOrder(address, frameworkKey)
  const { ranking, rows } = result
  const mayRank = may("backlog.rank")
  const open = ranking !== undefined && ranking.blind === null && ranking.total > 0
  const { robustness, shares } = useRobustness(address, frameworkKey, open)

  const choose = useCallback((key: string) => setAddress({ item: key }), [setAddress])
  const whyHref = useCallback((key: string) => hrefOf({ item: key }), [hrefOf])
  const place = [...rows].find(([, { item }]) => item.key === address.item)?.[0]
  const row = place === undefined ? undefined : rows.get(place)
  const step = (by: 1 | -1) => {
    const next = rows.get(place === undefined ? 0 : place + by)
    if (!next) return
    choose(next.item.key)
    setFocusMove((count) => count + 1)
    announce(`Rank ${next.rank}, ${next.item.key} ${next.item.title}`)
  }
  useShortcuts([
    { keys: "j", label: "Next item", hint: true, run: () => step(1) },
    { keys: "k", label: "Previous item", hint: true, run: () => step(-1) },
    {
      keys: "Enter",
      label: "Open item",
      hint: true,
      run: () => address.item && router.push(`/${workspace.slug}/items/${address.item}`),
    },
    { keys: "s", label: "Score items", hint: true, run: () => router.push(hrefOf({ mode: "score" })) },
    {
      keys: "a",
      label: "Adopt this order",
      hint: true,
      run: () => mayRank.ok && ranking?.total && setAdopting(true),
    },
    { keys: "Escape", label: "Close the explanation", run: () => setAddress({ item: null }) },
  ])

  const name = ranking?.framework.definition.name ?? ""
  return (
    <>
      <ScoringHead
        mode="ranked"
        hrefOf={hrefOf}
        frameworkKey={frameworkKey}
        frameworkName={name}
        blind={ranking ? ranking.blind !== null : undefined}
        state={ranking ? rankingState(ranking, name, ranking.framework.version) : "Ranking items"}
        talks={ranking?.splitTotal ?? 0}
        action={
          <Button
            variant="primary"
            disabledReason={adoptReason(mayRank.ok ? null : mayRank.reason, ranking)}
            onClick={() => setAdopting(true)}
          >
            Adopt this order
          </Button>
        }
      />
      {filters}
      {ranking?.blind ? (
        <div className="score-notices">
          <BlindNotice blind={ranking.blind} frameworkKey={frameworkKey} name={name} />
        </div>
      ) : null}
      {ranking?.setAside ? (
        <div className="score-notices">
          <SetAsideNotice setAside={ranking.setAside} frameworkKey={frameworkKey} name={name} />
        </div>
      ) : null}
      {ranking && open ? (
        <RankFacts
          ranking={ranking}
          robustness={robustness}
          address={address}
          frameworkKey={frameworkKey}
          onOpen={(panel) => setAddress({ panel })}
        />
      ) : null}
      {ranking ? (
        <Notices
          ranking={ranking}
          old={ranking.framework.version < latestVersion}
          onVersion={(version) => setAddress({ version })}
        />
      ) : null}
      {ranking ? (
        <ListOutcome address={address} frameworkKey={frameworkKey} framework={ranking.framework.definition} />
      ) : null}
      {result.error ? (
        <ErrorState title="The ranking could not be read" retry={result.retry}>
          {errorMessage(result.error)}
        </ErrorState>
      ) : !ranking ? (
        <SkeletonRows rows={15} label="Ranking items" />
      ) : ranking.total + ranking.unscoredTotal === 0 || (ranking.total === 0 && !address.item) ? (
        <NothingRanked ranking={ranking} address={address} scoreHref={hrefOf({ mode: "score" })} />
      ) : (
        <div className="score-split">
          <RankedTable
            ranking={result}
            framework={ranking.framework.definition}
            total={ranking.total}
            currentKey={address.item}
            focusMove={focusMove}
            shares={shares}
            whyHref={whyHref}
            onChoose={choose}
          >
            <UnscoredList ranking={ranking} address={address} scoreHref={hrefOf({ mode: "score" })} />
          </RankedTable>
          <aside className="score-side" aria-label="Why this score">
            {address.item ? (
              <WhyPanel
                itemKey={address.item}
                frameworkKey={frameworkKey}
                version={address.version}
                row={row}
              />
            ) : (
              <MethodPanel framework={ranking.framework.definition} scoredAt={ranking.scoredAt} />
            )}
          </aside>
        </div>
      )}
      {address.panel === "robustness" ? (
        <RobustnessDialog
          address={address}
          frameworkKey={frameworkKey}
          scorers={ranking?.scorers ?? 0}
          onClose={() => setAddress({ panel: null })}
        />
      ) : null}
      {address.panel === "agreement" ? (
        <AgreementDialog
          address={address}
          frameworkKey={frameworkKey}
          itemHref={(key) => hrefOf({ item: key, panel: null })}
          onClose={() => setAddress({ panel: null })}
        />
      ) : null}
      <ConfirmDialog
        open={adopting}
        onOpenChange={setAdopting}
        title="Adopt this order"
        description={`The ${ranking?.total ?? 0} ranked items and the ${ranking?.unscoredTotal ?? 0} without a score behind them become the manual order of the backlog. Items outside these filters keep their places. You can undo it as one change.`}
        action="Adopt this order"
        danger={false}
        ask={{ kind: "reason", label: "Why is this the order now" }}
        onConfirm={adopt}
      />
    </>
  )
}

function adoptReason(refused: string | null, ranking: RankingPage | undefined): string | undefined {
  if (refused) return refused
  if (ranking?.blind) return "The scores are not revealed yet, so there is no common order to adopt"
  return ranking?.total === 0 ? "Nothing is scored yet, so there is no order to adopt" : undefined
}

type NoticesProps = {
  ranking: NonNullable<ReturnType<typeof useRanking>["ranking"]>
  old: boolean
  onVersion: (version: number | null) => void
}

/** What one has to know before trusting the ranking: another version, and columns without their smallest item. */
function Notices({ ranking, old, onVersion }: NoticesProps) {
  const { framework, earlier, warnings } = ranking
  const { name } = framework.definition
  const before = old ? undefined : earlier[0]
  if (!old && !before && warnings.length === 0) return null
  return (
    <div className="score-notices">
      {old ? (
        <Notice state="warning">
          <b>
            This is {name} version {framework.version}, which takes no more scores.
          </b>{" "}
          <Button size="small" variant="quiet" onClick={() => onVersion(null)}>
            Show the latest version
          </Button>
        </Notice>
      ) : null}
      {before ? (
        <Notice state="unknown">
          <b>
            {before.items === 1 ? "1 item was" : `${before.items} items were`} scored under version{" "}
            {before.version}.
          </b>{" "}
          Those scores stay there and do not count in version {framework.version} until the items are scored
          again.{" "}
          <Button size="small" variant="quiet" onClick={() => onVersion(before.version)}>
            Show version {before.version}
          </Button>
        </Notice>
      ) : null}
      {warnings.map((warning) => (
        <Notice key={warning} state="warning">
          {warning}
        </Notice>
      ))}
    </div>
  )
}
