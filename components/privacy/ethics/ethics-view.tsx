"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useDeferredValue, useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Pager } from "@/components/shell/pager"
import { PastEnd } from "@/components/shell/past-end"
import { useAddress } from "@/components/shell/use-address"
import { useRowKeys } from "@/components/shell/use-row-keys"
import { buttonClass } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { PageHead } from "@/components/ui/page-head"
import { RelativeTime } from "@/components/ui/relative-time"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { ETHICS_STATE_LABELS, ethicsPath } from "@/server/privacy/domain/ethics"
import { PrivacyTabs } from "../privacy-tabs"
import { EthicsFilters } from "./ethics-filters"
import { decisionLook, decisionWords, ethicsInput, ethicsParams, ethicsState } from "./prepare-ethics"

/** Every product and item about whose impact on people somebody has said something. */
export function EthicsView() {
  const trpc = useTRPC()
  const { workspace, now } = useWorkspace()
  const box = useRowKeys()
  const { params } = useAddress()
  const input = useMemo(() => ethicsInput(params), [params])
  // The old rows stay while the new ones are on their way.
  const asked = useDeferredValue(input)
  const { data } = useSuspenseQuery(trpc.privacy.listCheckpoints.queryOptions(asked))
  const filtered = ethicsParams(asked.filter).size > 0
  const base = `/${workspace.slug}`
  return (
    <>
      <PageHead title="Ethics checkpoints" state={ethicsState(data, filtered)} />
      <PrivacyTabs />
      {data.total > 0 || filtered ? <EthicsFilters filter={input.filter} shown={data.total} /> : null}
      {data.total === 0 && filtered ? (
        <p className="muted">No checkpoint fits these filters.</p>
      ) : data.checkpoints.length === 0 && data.total > 0 ? (
        <PastEnd />
      ) : data.total === 0 ? (
        <EmptyState
          title="Begin with a use that decides something about people"
          action={
            <Link className={buttonClass()} href={`${base}/products`}>
              Choose a product
            </Link>
          }
        >
          On the page of a product or an item, say whether its use has a high impact on people. If it has, ten
          questions are answered before anybody decides: go, go with conditions, or no-go.
        </EmptyState>
      ) : (
        <div ref={box}>
          <Table label="Ethics checkpoints">
            <thead>
              <tr>
                <Th>Product or item</Th>
                <Th>State</Th>
                <Th>Decision</Th>
                <Th className="wide">Conditions</Th>
                <Th className="wide">Changed</Th>
              </tr>
            </thead>
            <tbody>
              {data.checkpoints.map(
                ({ id, subject, state, outcome, conditions, openConditions, updatedAt }) => (
                  <tr key={id}>
                    <Th scope="row">
                      <Link data-row href={`${base}${ethicsPath(subject.path)}`}>
                        {subject.title}
                      </Link>{" "}
                      {subject.type === "item" ? <span className="tag">{subject.name}</span> : null}
                    </Th>
                    <Td>
                      <StateWord state={decisionLook(state, outcome)}>{ETHICS_STATE_LABELS[state]}</StateWord>
                    </Td>
                    <Td>{decisionWords(state, outcome) ?? <span className="muted">none yet</span>}</Td>
                    <Td className="wide">
                      {conditions === 0 ? (
                        <span className="muted">none</span>
                      ) : (
                        `${openConditions} of ${conditions} open`
                      )}
                    </Td>
                    <Td className="wide whitespace-nowrap">
                      <RelativeTime iso={updatedAt} now={now} past />
                    </Td>
                  </tr>
                ),
              )}
            </tbody>
          </Table>
        </div>
      )}
      <Pager offset={asked.offset} total={data.total} />
    </>
  )
}
