import type { Metadata } from "next"
import { CheckpointView } from "@/components/privacy/ethics/checkpoint-view"
import { orNotFound, workspacePage } from "@/server/rsc"

type Props = PageProps<"/[workspace]/privacy/ethics/products/[slug]">

async function loadCheckpoint({ params }: Props) {
  const { workspace, slug } = await params
  const tools = await workspacePage(workspace)
  const address = { productSlug: decodeURIComponent(slug) }
  const options = tools.trpc.privacy.getCheckpoint.queryOptions({ subject: address })
  const found = await orNotFound(tools.queryClient.fetchQuery(options))
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
