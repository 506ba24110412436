import type { Metadata } from "next"
import { AuditView } from "@/components/audit/audit-view"
import { eventsInput, parseAuditFilter } from "@/components/audit/prepare-filter"
import { holds } from "@/server/kernel/domain/grants"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Audit trail" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/settings/audit">) {
  const { ctx, trpc, prefetch, queryClient, HydrateClient } = await workspacePage((await params).workspace)
  if (holds(ctx.caller.grants, "audit.read")) {
    const address = new URLSearchParams()
    for (const [name, value] of Object.entries(await searchParams)) {
      for (const each of [value ?? []].flat()) address.append(name, each)
    }
    const paging = { getNextPageParam: () => null }
    const events = trpc.audit.listEvents.infiniteQueryOptions(eventsInput(parseAuditFilter(address)), paging)
    await Promise.all([
      queryClient.prefetchInfiniteQuery(events),
      prefetch(trpc.audit.listCheckpoints.queryOptions({})),
    ])
  }
  return (
    <HydrateClient>
      <AuditView />
    </HydrateClient>
  )
}
