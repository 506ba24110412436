import type { Metadata } from "next"
import { FrameworksView } from "@/components/scoring/frameworks/frameworks-view"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Scoring frameworks" }

export default async function Page({ params }: PageProps<"/[workspace]/settings/frameworks">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await prefetch(trpc.scoring.listFrameworks.queryOptions({ history: true }))
  return (
    <HydrateClient>
      <FrameworksView />
    </HydrateClient>
  )
}
