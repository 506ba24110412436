import type { Metadata } from "next"
import { InboxView } from "@/components/approvals/inbox/inbox-view"
import { inboxPages, parseInboxFilter } from "@/components/approvals/inbox/prepare-inbox"
import { askedRows } from "@/components/shell/prepare-pages"
import { workspacePage } from "@/server/rsc"
import { searchOf } from "../backlog/search-of"

export const metadata: Metadata = { title: "Approvals" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/approvals">) {
  const { trpc, prefetch, queryClient, HydrateClient } = await workspacePage((await params).workspace)
  const address = searchOf(await searchParams)
  const lists =
    address.get("view") === "delegations"
      ? prefetch(trpc.approvals.listDelegations.queryOptions(askedRows(address)))
      : queryClient.prefetchInfiniteQuery(
          trpc.approvals.listApprovals.infiniteQueryOptions(parseInboxFilter(address), inboxPages),
        )
  await Promise.all([prefetch(trpc.approvals.countWaiting.queryOptions({})), lists])
  return (
    <HydrateClient>
      <InboxView />
    </HydrateClient>
  )
}
