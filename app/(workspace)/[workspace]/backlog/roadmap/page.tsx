import type { Metadata } from "next"
import { laneFrom } from "@/components/backlog/board/prepare-board"
import { roadmapInput } from "@/components/backlog/roadmap/prepare-roadmap"
import { RoadmapView } from "@/components/backlog/roadmap/roadmap-view"
import { parseFilter } from "@/server/backlog/domain/item-filter"
import { workspacePage } from "@/server/rsc"
import { searchOf } from "../search-of"

export const metadata: Metadata = { title: "Roadmap" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/backlog/roadmap">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  const search = searchOf(await searchParams)
  await Promise.all([
    prefetch(trpc.backlog.listRoadmap.queryOptions(roadmapInput(parseFilter(search), laneFrom(search)))),
    prefetch(trpc.members.listMembers.queryOptions({})),
    prefetch(trpc.products.listProducts.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <RoadmapView />
    </HydrateClient>
  )
}
