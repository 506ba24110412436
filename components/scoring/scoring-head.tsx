"use client"
import dynamic from "next/dynamic"
import { type ReactNode, useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { filterHref } from "@/components/backlog/prepare-filter"
import { Button } from "@/components/ui/button"
import { Menu } from "@/components/ui/menu"
import { PageHead } from "@/components/ui/page-head"
import { Tabs } from "@/components/ui/tabs"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import type { ScoringAddress, ScoringMode } from "./prepare-address"
import { useScoringAddress } from "./use-scoring-address"

const BlindDialog = dynamic(() => import("./blind/blind-dialog"), { ssr: false })

type Props = {
  mode: ScoringMode
  state: ReactNode
  hrefOf: (change: Partial<ScoringAddress>) => string
  /** Items on which the scorers are split. */
  talks?: number
  action?: ReactNode
  frameworkKey: string
  frameworkName: string
  /** Whether the framework is scored blind now; undefined while nobody knows. */
  blind: boolean | undefined
}

const plain = ({ frameworkKey: _, ...filter }: ItemFilter): ItemFilter => filter

/** Title, state, the views of the backlog and the one primary action. */
export function ScoringHead({ mode, state, hrefOf, talks = 0, action, ...framework }: Props) {
  const { workspace, may } = useWorkspace()
  const [starting, setStarting] = useState(false)
  const mayConfigure = may("scoring.configure")
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
              {
                entries: [
                  {
                    label: "Score blind until a reveal",
                    ...(mayConfigure.ok
                      ? framework.blind
                        ? { disabledReason: `${framework.frameworkName} is scored blind already` }
                        : { onSelect: () => setStarting(true) }
                      : { disabledReason: mayConfigure.reason }),
                  },
                ],
              },
            ]}
          />
          {action}
          {starting ? (
            <BlindDialog
              frameworkKey={framework.frameworkKey}
              name={framework.frameworkName}
              onClose={() => setStarting(false)}
            />
          ) : null}
        </>
      }
    />
  )
}
