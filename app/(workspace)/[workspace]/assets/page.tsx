import type { Metadata } from "next"
import { AssetsView } from "@/components/catalog/assets-view"
import { assetsInput } from "@/components/catalog/prepare-catalog"
import { toSearchParams } from "@/server/products/domain/product-filter"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Data assets" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/assets">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  const input = assetsInput(toSearchParams(await searchParams))
  await Promise.all([
    prefetch(trpc.catalog.listAssets.queryOptions(input)),
    prefetch(trpc.catalog.getScheme.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <AssetsView />
    </HydrateClient>
  )
}
