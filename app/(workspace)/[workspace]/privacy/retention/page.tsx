import type { Metadata } from "next"
import { dueInput } from "@/components/privacy/retention/prepare-retention"
import { RetentionView } from "@/components/privacy/retention/retention-view"
import { toSearchParams } from "@/server/products/domain/product-filter"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Retention" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/privacy/retention">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await Promise.all([
    prefetch(trpc.privacy.listDue.queryOptions(dueInput(toSearchParams(await searchParams)))),
    prefetch(trpc.privacy.listRetention.queryOptions({})),
    prefetch(trpc.catalog.getScheme.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <RetentionView />
    </HydrateClient>
  )
}
