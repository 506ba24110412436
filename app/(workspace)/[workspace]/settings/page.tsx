import type { Metadata } from "next"
import { GeneralView } from "@/components/members/general-view"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Settings" }

type Props = { params: Promise<{ workspace: string }> }

export default async function GeneralPage({ params }: Props) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await prefetch(trpc.members.getWorkspace.queryOptions({}))
  return (
    <HydrateClient>
      <GeneralView />
    </HydrateClient>
  )
}
