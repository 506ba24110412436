import type { Metadata } from "next"
import { BeginAssessment } from "@/components/dpia/begin/begin-assessment"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Begin assessment" }

export default async function Page({ params }: PageProps<"/[workspace]/privacy/assessments/new">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await prefetch(trpc.products.listProducts.queryOptions({}))
  return (
    <HydrateClient>
      <BeginAssessment />
    </HydrateClient>
  )
}
