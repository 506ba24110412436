import type { Metadata } from "next"
import { RegulationsView } from "@/components/privacy/regulations/regulations-view"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Regulations" }

export default async function Page({ params }: PageProps<"/[workspace]/privacy/regulations">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await prefetch(trpc.privacy.listObligations.queryOptions({}))
  return (
    <HydrateClient>
      <RegulationsView />
    </HydrateClient>
  )
}
