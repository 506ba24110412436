import type { Metadata } from "next"
import { DependenciesView } from "@/components/backlog/dependencies/dependencies-view"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Dependencies" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/backlog/dependencies">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  const { product, whole, closed } = await searchParams
  const one = (value: typeof product) => (typeof value === "string" ? value : null)
  await Promise.all([
    prefetch(
      trpc.backlog.listDependencies.queryOptions({
        productId: one(product),
        wholeId: one(whole),
        closed: closed === "1",
      }),
    ),
    prefetch(trpc.products.listProducts.queryOptions({})),
    prefetch(trpc.members.listMembers.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <DependenciesView />
    </HydrateClient>
  )
}
