import type { Metadata } from "next"
import { BacklogView } from "@/components/backlog/list/backlog-view"
import { pageInput } from "@/components/backlog/list/prepare-pages"
import { parseFilter } from "@/server/backlog/domain/item-filter"
import { workspacePage } from "@/server/rsc"
import { searchOf } from "./search-of"

export const metadata: Metadata = { title: "Backlog" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/backlog">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  const filter = parseFilter(searchOf(await searchParams))
  await Promise.all([
    prefetch(trpc.backlog.listItems.queryOptions(pageInput(filter, 0))),
    prefetch(trpc.members.listMembers.queryOptions({})),
    prefetch(trpc.products.listProducts.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <BacklogView />
    </HydrateClient>
  )
}
