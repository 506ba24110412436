import type { Metadata } from "next"
import { ClassificationView } from "@/components/catalog/classification-view"
import { classificationInput } from "@/components/catalog/prepare-classification"
import { toSearchParams } from "@/server/products/domain/product-filter"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Classification" }

export default async function Page({
  params,
  searchParams,
}: PageProps<"/[workspace]/privacy/classification">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  const input = classificationInput(toSearchParams(await searchParams))
  await Promise.all([
    prefetch(trpc.catalog.listClassification.queryOptions(input)),
    prefetch(trpc.catalog.getScheme.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <ClassificationView />
    </HydrateClient>
  )
}
