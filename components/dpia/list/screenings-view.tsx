"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useDeferredValue, useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import { PrivacyTabs } from "@/components/privacy/privacy-tabs"
import { FirstProduct } from "@/components/products/first-product"
import { Pager } from "@/components/shell/pager"
import { PastEnd } from "@/components/shell/past-end"
import { useAddress } from "@/components/shell/use-address"
import { PageHead } from "@/components/ui/page-head"
import "../dpia.css"
import { filterParams, screeningsInput, screeningsState } from "./prepare-lists"
import { ScreeningFilters } from "./screening-filters"
import { ScreeningTable } from "./screening-table"

/** Every product, and items with personal data: what was declared, and how their screening stands. */
export function ScreeningsView() {
  const trpc = useTRPC()
  const { params } = useAddress()
  const input = useMemo(() => screeningsInput(params), [params])
  const asked = useDeferredValue(input)
  const { data } = useSuspenseQuery(trpc.dpia.listScreenings.queryOptions(asked))
  const filtered = filterParams(asked.filter).size > 0
  return (
    <>
      <PageHead title="Screenings" state={screeningsState(data, filtered)} />
      <PrivacyTabs />
      <ScreeningFilters filter={input.filter} shown={data.total} />
      {data.screenings.length > 0 ? (
        <ScreeningTable rows={data.screenings} />
      ) : data.total > 0 ? (
        <PastEnd />
      ) : filtered ? (
        <p className="muted">Nothing fits these filters.</p>
      ) : (
        <FirstProduct>
          A screening asks of a product, or of an item, whether its data on people needs an impact assessment
          (Art. 35 GDPR). It begins with a product that says what it holds.
        </FirstProduct>
      )}
      <Pager offset={asked.offset} total={data.total} />
    </>
  )
}
