import type { Metadata } from "next"
import { MembersView } from "@/components/members/members-view"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Members" }

type Props = { params: Promise<{ workspace: string }> }

export default async function MembersPage({ params }: Props) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await Promise.all([
    prefetch(trpc.members.listMembers.queryOptions({})),
    prefetch(trpc.members.listInvitations.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <MembersView />
    </HydrateClient>
  )
}
