import { TRPCError } from "@trpc/server"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { CheckpointView } from "@/components/privacy/ethics/checkpoint-view"
import { workspacePage } from "@/server/rsc"

type Props = PageProps<"/[workspace]/privacy/ethics/items/[key]">

async function loadCheckpoint({ params }: Props) {
  const { workspace, key } = await params
  const tools = await workspacePage(workspace)
  const address = { itemKey: decodeURIComponent(key) }
  const options = tools.trpc.privacy.getCheckpoint.queryOptions({ subject: address })
  const found = await tools.queryClient.fetchQuery(options).catch((error: unknown) => {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound()
    throw error
  })
  return { ...tools, address, subject: found.subject }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: `Ethics checkpoint of ${(await loadCheckpoint(props)).subject.name}` }
}

export default async function Page(props: Props) {
  const { HydrateClient, address } = await loadCheckpoint(props)
  return (
    <HydrateClient>
      <CheckpointView address={address} />
    </HydrateClient>
  )
}
