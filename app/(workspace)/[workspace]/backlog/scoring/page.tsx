import type { Metadata } from "next"
import { chooseFramework, gridInput, parseAddress, rankInput } from "@/components/scoring/prepare-address"
import { ScoringView } from "@/components/scoring/scoring-view"
import { workspacePage } from "@/server/rsc"
import { searchOf } from "../search-of"

export const metadata: Metadata = { title: "Scoring" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/backlog/scoring">) {
  const { trpc, prefetch, queryClient, HydrateClient } = await workspacePage((await params).workspace)
  const address = parseAddress(searchOf(await searchParams))
  const frameworks = await queryClient.fetchQuery(trpc.scoring.listFrameworks.queryOptions({}))
  const framework = chooseFramework(frameworks, address.filter.frameworkKey)
  const views = framework ? viewsOf(framework.key) : []
  await Promise.all([
    ...views,
    prefetch(trpc.members.listMembers.queryOptions({})),
    prefetch(trpc.products.listProducts.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <ScoringView />
    </HydrateClient>
  )

  function viewsOf(key: string) {
    const { item, version } = address
    if (address.mode === "score")
      return [prefetch(trpc.scoring.listScores.queryOptions(gridInput(address, key, 0)))]
    const ranking = prefetch(trpc.scoring.rankItems.queryOptions(rankInput(address, key, 0)))
    if (!item) return [ranking]
    const asked = { itemKey: item, frameworkKey: key, ...(version !== null && { version }) }
    return [ranking, prefetch(trpc.scoring.explainScore.queryOptions(asked))]
  }
}
