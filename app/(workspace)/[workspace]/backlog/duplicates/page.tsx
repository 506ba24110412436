import type { Metadata } from "next"
import { DuplicatesView } from "@/components/backlog/duplicates/duplicates-view"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Possible duplicates" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/backlog/duplicates">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  const { product } = await searchParams
  await Promise.all([
    prefetch(
      trpc.backlog.listDuplicates.queryOptions({ productId: typeof product === "string" ? product : null }),
    ),
    prefetch(trpc.products.listProducts.queryOptions({})),
    prefetch(trpc.members.listMembers.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <DuplicatesView />
    </HydrateClient>
  )
}
