import type { Metadata } from "next"
import { TemplatesView } from "@/components/dod/templates-view"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Definition of Done" }

export default async function Page({ params }: PageProps<"/[workspace]/settings/definition-of-done">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await Promise.all([
    prefetch(trpc.dod.listTemplates.queryOptions({})),
    prefetch(trpc.backlog.getBoardPolicy.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <TemplatesView />
    </HydrateClient>
  )
}
