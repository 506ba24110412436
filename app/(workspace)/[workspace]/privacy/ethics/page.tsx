import type { Metadata } from "next"
import { EthicsView } from "@/components/privacy/ethics/ethics-view"
import { ethicsInput } from "@/components/privacy/ethics/prepare-ethics"
import { toSearchParams } from "@/server/products/domain/product-filter"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Ethics checkpoints" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/privacy/ethics">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await prefetch(trpc.privacy.listCheckpoints.queryOptions(ethicsInput(toSearchParams(await searchParams))))
  return (
    <HydrateClient>
      <EthicsView />
    </HydrateClient>
  )
}
