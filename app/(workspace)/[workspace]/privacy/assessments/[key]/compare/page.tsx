import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { CompareView } from "@/components/dpia/compare/compare-view"
import { readPair } from "@/components/dpia/compare/prepare-compare"
import { toSearchParams } from "@/server/products/domain/product-filter"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Compare versions" }

type Props = PageProps<"/[workspace]/privacy/assessments/[key]/compare">

export default async function Page({ params, searchParams }: Props) {
  const { workspace, key } = await params
  const { trpc, queryClient, prefetch, HydrateClient } = await workspacePage(workspace)
  const pair = readPair(toSearchParams(await searchParams))
  const options = trpc.dpia.getAssessment.queryOptions({ key: key.toUpperCase() })
  const assessment = await queryClient.fetchQuery(options).catch(() => null)
  if (!assessment || !pair) notFound()
  await prefetch(trpc.dpia.compareVersions.queryOptions({ id: assessment.id, ...pair }))
  return (
    <HydrateClient>
      <CompareView assessmentKey={assessment.key} pair={pair} />
    </HydrateClient>
  )
}
