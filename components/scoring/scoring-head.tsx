"use client"
import type { ReactNode } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { filterHref } from "@/components/backlog/prepare-filter"
import { Button } from "@/components/ui/button"
import { Menu } from "@/components/ui/menu"
import { PageHead } from "@/components/ui/page-head"
import { Tabs } from "@/components/ui/tabs"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import type { ScoringAddress, ScoringMode } from "./prepare-address"
import { useScoringAddress } from "./use-scoring-address"

type Props = {
  mode: ScoringMode
  state: ReactNode
  hrefOf: (change: Partial<ScoringAddress>) => string
  /** Items on which the scorers are split. */
  talks?: number
  action?: ReactNode
}

const plain = ({ frameworkKey: _, ...filter }: ItemFilter): ItemFilter => filter

/** Title, state, the views of the backlog and the one primary action. */
export function ScoringHead({ mode, state, hrefOf, talks = 0, action }: Props) {
  const { workspace } = useWorkspace()
  const { address } = useScoringAddress()
  const base = `/${workspace.slug}/backlog`
  return (
    <PageHead
      title="Backlog"
      state={
        <>
          {state}
          {talks > 0 ? (
            <span className="warning">
              {" "}
              {talks === 1 ? "1 item needs a talk." : `${talks} items need a talk.`}
            </span>
          ) : null}
        </>
      }
      actions={
        <>
          <Tabs
            label="View"
            tabs={[
              { label: "List", href: filterHref(base, plain(address.filter)) },
              { label: "Board", href: filterHref(`${base}/board`, plain(address.filter)) },
              { label: "Ranked", href: hrefOf({ mode: "ranked" }), current: mode === "ranked" },
              { label: "Score", href: hrefOf({ mode: "score" }), current: mode === "score" },
            ]}
          />
          <Menu
            trigger={<Button>More</Button>}
            groups={[
              {
                entries: [
                  { label: "Scoring frameworks", href: `/${workspace.slug}/settings/frameworks` },
                  { label: "Import items from CSV", href: `${base}/import` },
                ],
              },
            ]}
          />
          {action}
        </>
      }
    />
  )
}
