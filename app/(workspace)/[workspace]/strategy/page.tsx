import type { Metadata } from "next"
import { ObjectivesView } from "@/components/strategy/objectives/objectives-view"
import { listInput } from "@/components/strategy/objectives/prepare-objective-pages"
import { toSearchParams } from "@/server/products/domain/product-filter"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Strategy" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/strategy">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  const asked = listInput(toSearchParams(await searchParams))
  await Promise.all([
    prefetch(trpc.strategy.listObjectives.queryOptions(asked)),
    prefetch(trpc.products.listDomains.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <ObjectivesView />
    </HydrateClient>
  )
}
