import type { Metadata } from "next"
import { FrameworkView } from "@/components/scoring/frameworks/framework-view"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Scoring framework" }

export default async function Page({ params }: PageProps<"/[workspace]/settings/frameworks/[key]">) {
  const { workspace, key } = await params
  const { trpc, prefetch, HydrateClient } = await workspacePage(workspace)
  await prefetch(trpc.scoring.listFrameworks.queryOptions({ history: true }))
  return (
    <HydrateClient>
      <FrameworkView frameworkKey={key} />
    </HydrateClient>
  )
}
