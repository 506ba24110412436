import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { BacklogView } from "@/components/backlog/list/backlog-view"
import { groupsInput, pageInput } from "@/components/backlog/list/prepare-pages"
import { elsewhere, openView } from "@/components/backlog/prepare-view"
import { workspacePage } from "@/server/rsc"
import { searchOf } from "./search-of"

export const metadata: Metadata = { title: "Backlog" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/backlog">) {
  const { workspace: slug } = await params
  const { trpc, prefetch, queryClient, HydrateClient } = await workspacePage(slug)
  const search = searchOf(await searchParams)
  const kept = trpc.backlog.listViews.queryOptions({})
  await prefetch(kept)
  const saved = queryClient.getQueryData(kept.queryKey) ?? { views: [], defaultViewId: null }
  const other = elsewhere(`/${slug}/backlog`, search, saved)
  if (other) redirect(other)
  const { view } = openView(search, saved.views)
  await Promise.all([
    prefetch(trpc.backlog.listItems.queryOptions(pageInput(view, 0))),
    view.group && prefetch(trpc.backlog.listGroups.queryOptions(groupsInput(view))),
    prefetch(trpc.members.listMembers.queryOptions({})),
    prefetch(trpc.products.listProducts.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <BacklogView />
    </HydrateClient>
  )
}
