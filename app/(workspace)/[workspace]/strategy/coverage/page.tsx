import type { Metadata } from "next"
import { CoverageView } from "@/components/strategy/coverage/coverage-view"
import { coverageInput, uncoveredInput } from "@/components/strategy/coverage/prepare-coverage"
import { toSearchParams } from "@/server/products/domain/product-filter"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Coverage" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/strategy/coverage">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  const address = toSearchParams(await searchParams)
  await Promise.all([
    prefetch(trpc.strategy.getCoverage.queryOptions(coverageInput(address))),
    prefetch(trpc.strategy.listUncoveredItems.queryOptions(uncoveredInput(address))),
    prefetch(trpc.products.listDomains.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <CoverageView />
    </HydrateClient>
  )
}
