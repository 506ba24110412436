import type { Metadata } from "next"
import { BoardView } from "@/components/backlog/board/board-view"
import { boardInput, laneFrom } from "@/components/backlog/board/prepare-board"
import { parseFilter } from "@/server/backlog/domain/item-filter"
import { workspacePage } from "@/server/rsc"
import { searchOf } from "../search-of"

export const metadata: Metadata = { title: "Board" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/backlog/board">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  const search = searchOf(await searchParams)
  const filter = parseFilter(search)
  await Promise.all([
    prefetch(trpc.backlog.listBoard.queryOptions(boardInput(filter, laneFrom(search)))),
    prefetch(trpc.backlog.getWipLimits.queryOptions({})),
    prefetch(trpc.members.listMembers.queryOptions({})),
    prefetch(trpc.products.listProducts.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <BoardView />
    </HydrateClient>
  )
}
