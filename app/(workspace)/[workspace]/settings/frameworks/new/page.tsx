import type { Metadata } from "next"
import { NewFramework } from "@/components/scoring/frameworks/new-framework"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "New framework" }

export default async function Page({ params }: PageProps<"/[workspace]/settings/frameworks/new">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await prefetch(trpc.scoring.listFrameworks.queryOptions({ history: true }))
  return (
    <HydrateClient>
      <NewFramework />
    </HydrateClient>
  )
}
