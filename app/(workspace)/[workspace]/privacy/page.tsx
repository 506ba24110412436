import type { Metadata } from "next"
import { AssessmentsView } from "@/components/dpia/list/assessments-view"
import { assessmentsInput } from "@/components/dpia/list/prepare-lists"
import { toSearchParams } from "@/server/products/domain/product-filter"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Privacy" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/privacy">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  const address = toSearchParams(await searchParams)
  await Promise.all([
    prefetch(trpc.dpia.listAssessments.queryOptions(assessmentsInput(address))),
    prefetch(trpc.products.listProducts.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <AssessmentsView />
    </HydrateClient>
  )
}
