import type { Metadata } from "next"
import { WorkshopsView } from "@/components/workshops/workshops-view"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Workshops" }

export default async function Page({ params }: PageProps<"/[workspace]/backlog/workshops">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await prefetch(trpc.workshops.listWorkshops.queryOptions({}))
  return (
    <HydrateClient>
      <WorkshopsView />
    </HydrateClient>
  )
}
