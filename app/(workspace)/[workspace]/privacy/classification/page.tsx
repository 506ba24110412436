import type { Metadata } from "next"
import { ClassificationView } from "@/components/catalog/classification-view"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Classification" }

export default async function Page({ params }: PageProps<"/[workspace]/privacy/classification">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await Promise.all([
    prefetch(trpc.catalog.listClassification.queryOptions({})),
    prefetch(trpc.catalog.getScheme.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <ClassificationView />
    </HydrateClient>
  )
}
