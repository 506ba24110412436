import type { Metadata } from "next"
import { RetentionView } from "@/components/privacy/retention/retention-view"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Retention" }

export default async function Page({ params }: PageProps<"/[workspace]/privacy/retention">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await Promise.all([
    prefetch(trpc.privacy.listRetention.queryOptions({})),
    prefetch(trpc.catalog.getScheme.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <RetentionView />
    </HydrateClient>
  )
}
