import type { Metadata } from "next"
import { MatrixView } from "@/components/backlog/matrix/matrix-view"
import { chooseMatrix, matrixInput, parseMatrix } from "@/components/backlog/matrix/prepare-matrix"
import { workspacePage } from "@/server/rsc"
import { searchOf } from "../search-of"

export const metadata: Metadata = { title: "Matrix" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/backlog/matrix">) {
  const { trpc, prefetch, queryClient, HydrateClient } = await workspacePage((await params).workspace)
  const address = parseMatrix(searchOf(await searchParams))
  const frameworks = await queryClient.fetchQuery(trpc.scoring.listFrameworks.queryOptions({}))
  const framework = chooseMatrix(frameworks, address.filter.frameworkKey)
  await Promise.all([
    ...(framework
      ? [prefetch(trpc.scoring.plotItems.queryOptions(matrixInput(address, framework.key)))]
      : []),
    prefetch(trpc.members.listMembers.queryOptions({})),
    prefetch(trpc.products.listProducts.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <MatrixView />
    </HydrateClient>
  )
}
