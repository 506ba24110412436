import type { Metadata } from "next"
import { RoadmapView } from "@/components/strategy/roadmap/roadmap-view"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Roadmap" }

export default async function Page({ params }: PageProps<"/[workspace]/strategy/roadmap">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await prefetch(trpc.strategy.listInitiatives.queryOptions({}))
  return (
    <HydrateClient>
      <RoadmapView />
    </HydrateClient>
  )
}
