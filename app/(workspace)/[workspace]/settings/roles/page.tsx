import type { Metadata } from "next"
import { RolesView } from "@/components/members/roles/roles-view"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Who may do what" }

type Props = { params: Promise<{ workspace: string }> }

export default async function RolesPage({ params }: Props) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await prefetch(trpc.members.explainAccess.queryOptions({}))
  return (
    <HydrateClient>
      <RolesView />
    </HydrateClient>
  )
}
