import type { Metadata } from "next"
import { registerInput } from "@/components/privacy/register/prepare-register"
import { RegisterView } from "@/components/privacy/register/register-view"
import { toSearchParams } from "@/server/products/domain/product-filter"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Record of processing" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/privacy/register">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  const input = registerInput(toSearchParams(await searchParams))
  await Promise.all([
    prefetch(trpc.privacy.listActivities.queryOptions(input)),
    prefetch(trpc.products.listProducts.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <RegisterView />
    </HydrateClient>
  )
}
