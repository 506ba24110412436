import type { Metadata } from "next"
import { HomeView } from "@/components/home/home-view"
import { NoRole } from "@/components/home/no-role"
import { changePages } from "@/components/home/prepare-change-pages"
import { ownedFilter } from "@/components/home/prepare-owned"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Home" }

export default async function Page({ params }: PageProps<"/[workspace]">) {
  const { ctx, trpc, prefetch, queryClient, HydrateClient } = await workspacePage((await params).workspace)
  if (ctx.caller.grants.length === 0) return <NoRole workspace={ctx.caller.workspace!.name} />
  await Promise.all([
    prefetch(trpc.home.listWaiting.queryOptions({})),
    prefetch(trpc.thread.listThreads.queryOptions(ownedFilter)),
    queryClient.prefetchInfiniteQuery(trpc.home.listChanges.infiniteQueryOptions({}, changePages)),
  ])
  return (
    <HydrateClient>
      <HomeView />
    </HydrateClient>
  )
}
