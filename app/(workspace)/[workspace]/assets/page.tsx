import type { Metadata } from "next"
import { AssetsView } from "@/components/catalog/assets-view"
import { parseAssetFilter } from "@/components/catalog/prepare-catalog"
import { toSearchParams } from "@/server/products/domain/product-filter"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Data assets" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/assets">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  const filter = parseAssetFilter(toSearchParams(await searchParams))
  await Promise.all([
    prefetch(trpc.catalog.listAssets.queryOptions({ filter, limit: 100 })),
    prefetch(trpc.catalog.getScheme.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <AssetsView />
    </HydrateClient>
  )
}
