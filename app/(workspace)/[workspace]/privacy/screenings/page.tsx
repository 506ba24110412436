import type { Metadata } from "next"
import { screeningsInput } from "@/components/dpia/list/prepare-lists"
import { ScreeningsView } from "@/components/dpia/list/screenings-view"
import { toSearchParams } from "@/server/products/domain/product-filter"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Screenings" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/privacy/screenings">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await prefetch(trpc.dpia.listScreenings.queryOptions(screeningsInput(toSearchParams(await searchParams))))
  return (
    <HydrateClient>
      <ScreeningsView />
    </HydrateClient>
  )
}
