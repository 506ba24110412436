import type { Metadata } from "next"
import { ImportView } from "@/components/dpia/begin/import-view"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Import assessment" }

export default async function Page({ params }: PageProps<"/[workspace]/privacy/assessments/import">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await prefetch(trpc.products.listProducts.queryOptions({}))
  return (
    <HydrateClient>
      <ImportView />
    </HydrateClient>
  )
}
