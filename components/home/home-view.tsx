"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useSearchParams } from "next/navigation"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Chip } from "@/components/ui/chip"
import { PageHead } from "@/components/ui/page-head"
import { Tabs } from "@/components/ui/tabs"
import { ChangeLog } from "./change-log"
import "./home.css"
import { NothingWaits } from "./nothing-waits"
import { OwnedProducts } from "./owned-products"
import { dayTitle, shownKind, waitingState, waitingTabs } from "./prepare-home"
import { WaitingList } from "./waiting-list"

/** A to-do list: what waits on the reader, what changed, and the reader's own products. */
export function HomeView() {
  const trpc = useTRPC()
  const { workspace, me, now } = useWorkspace()
  const { data } = useSuspenseQuery(trpc.home.listWaiting.queryOptions({}))
  const kind = shownKind(useSearchParams().get("show"))
  const shown = kind ? data.things.filter((thing) => thing.kind === kind) : data.things
  const state = waitingState(data.things, data.more, now, me.name)
  const tabs = waitingTabs(data.things, kind, `/${workspace.slug}`)
  return (
    <>
      <PageHead
        title={dayTitle(now)}
        state={
          <>
            {state.late > 0 ? <Chip state="bad">{state.late} late</Chip> : null}
            {state.words}
          </>
        }
      />
      <div className="two">
        <div>
          <section aria-labelledby="waits">
            <div className="sec">
              <h2 id="waits">Waits on me</h2>
              {tabs.length > 0 ? (
                <div className="right">
                  <Tabs label="Kinds" tabs={tabs} />
                </div>
              ) : null}
            </div>
            {shown.length > 0 ? (
              <WaitingList things={shown} />
            ) : (
              <NothingWaits filtered={kind !== undefined} />
            )}
          </section>
          <OwnedProducts />
        </div>
        <ChangeLog />
      </div>
    </>
  )
}
