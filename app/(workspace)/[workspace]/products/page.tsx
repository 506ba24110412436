import type { Metadata } from "next"
import { ProductsView } from "@/components/products/products-view"
import { parseProductFilter, toSearchParams } from "@/server/products/domain/product-filter"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Products" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/products">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  const filter = parseProductFilter(toSearchParams(await searchParams))
  await Promise.all([
    prefetch(trpc.thread.listThreads.queryOptions(filter)),
    prefetch(trpc.products.listDomains.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <ProductsView />
    </HydrateClient>
  )
}
