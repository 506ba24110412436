import type { Metadata } from "next"
import { EthicsView } from "@/components/privacy/ethics/ethics-view"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Ethics checkpoints" }

export default async function Page({ params }: PageProps<"/[workspace]/privacy/ethics">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await prefetch(trpc.privacy.listCheckpoints.queryOptions({}))
  return (
    <HydrateClient>
      <EthicsView />
    </HydrateClient>
  )
}
