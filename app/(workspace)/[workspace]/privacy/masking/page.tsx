import type { Metadata } from "next"
import { MaskingView } from "@/components/privacy/masking/masking-view"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Masking and consent" }

export default async function Page({ params }: PageProps<"/[workspace]/privacy/masking">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await Promise.all([
    prefetch(trpc.privacy.getMasking.queryOptions({})),
    prefetch(trpc.catalog.getScheme.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <MaskingView />
    </HydrateClient>
  )
}
