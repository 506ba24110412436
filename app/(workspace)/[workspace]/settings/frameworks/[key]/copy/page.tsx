import type { Metadata } from "next"
import { FrameworkEditor } from "@/components/scoring/frameworks/framework-editor"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Copy of a framework" }

export default async function Page({ params }: PageProps<"/[workspace]/settings/frameworks/[key]/copy">) {
  const { workspace, key } = await params
  const { trpc, prefetch, HydrateClient } = await workspacePage(workspace)
  await prefetch(trpc.scoring.listFrameworks.queryOptions({ history: true }))
  return (
    <HydrateClient>
      <FrameworkEditor frameworkKey={key} mode="copy" />
    </HydrateClient>
  )
}
