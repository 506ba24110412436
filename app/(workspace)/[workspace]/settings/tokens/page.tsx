import type { Metadata } from "next"
import { TokensView } from "@/components/members/tokens/tokens-view"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "API tokens" }

type Props = { params: Promise<{ workspace: string }> }

export default async function TokensPage({ params }: Props) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await prefetch(trpc.members.listTokens.queryOptions({}))
  return (
    <HydrateClient>
      <TokensView />
    </HydrateClient>
  )
}
