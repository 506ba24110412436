"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useDeferredValue, useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import { Pager } from "@/components/shell/pager"
import { useAddress } from "@/components/shell/use-address"
import { SectionHead } from "@/components/ui/section-head"
import type { ReviewDetails } from "../access-data"
import { LineTable } from "./line-table"
import { LATER_PAGE, laterInput } from "./prepare-lines"

/** What came to hold after the start of a review. */
export function LaterLines({ review }: { review: ReviewDetails }) {
  const trpc = useTRPC()
  const { params } = useAddress()
  const input = useMemo(() => laterInput(review, params), [review, params])
  const asked = useDeferredValue(input)
  const { data } = useSuspenseQuery(trpc.access.listLines.queryOptions(asked))
  if (data.total === 0) return null
  return (
    <section className="mt-8">
      <SectionHead title="Given after the start" note="not part of this review" />
      <LineTable label="Given after the start" lines={data.lines} />
      <Pager offset={asked.offset} total={data.total} name={LATER_PAGE} />
    </section>
  )
}
