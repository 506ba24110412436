import type { Metadata } from "next"
import { AccessView } from "@/components/access/access-view"
import { accessInput } from "@/components/access/prepare-access"
import { toSearchParams } from "@/server/products/domain/product-filter"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Access" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/access">) {
  const { ctx, trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  const input = accessInput(toSearchParams(await searchParams), ctx.clock())
  await prefetch(trpc.access.listAccess.queryOptions(input))
  return (
    <HydrateClient>
      <AccessView />
    </HydrateClient>
  )
}
