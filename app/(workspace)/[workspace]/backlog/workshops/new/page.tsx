import type { Metadata } from "next"
import { selectionOf } from "@/components/workshops/start/start-address"
import { StartView } from "@/components/workshops/start/start-view"
import { workspacePage } from "@/server/rsc"
import { searchOf } from "../../search-of"

export const metadata: Metadata = { title: "Start a workshop" }

export default async function Page({
  params,
  searchParams,
}: PageProps<"/[workspace]/backlog/workshops/new">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await Promise.all([
    prefetch(trpc.workshops.previewSelection.queryOptions(selectionOf(searchOf(await searchParams)))),
    prefetch(trpc.scoring.listFrameworks.queryOptions({})),
    prefetch(trpc.members.listMembers.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <StartView />
    </HydrateClient>
  )
}
