import type { Metadata } from "next"
import { AssetView } from "@/components/catalog/asset-view"
import { orNotFound, workspacePage } from "@/server/rsc"

type Props = PageProps<"/[workspace]/assets/[key]">

async function loadAsset({ params }: Props) {
  const { workspace, key } = await params
  const tools = await workspacePage(workspace)
  const options = tools.trpc.catalog.getAsset.queryOptions({ key })
  // Asked for the title and for the page: the request's cache answers the second time.
  const asset = await orNotFound(tools.queryClient.fetchQuery(options))
  return { ...tools, asset }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await loadAsset(props)).asset.name }
}

export default async function Page(props: Props) {
  const { trpc, prefetch, HydrateClient, asset } = await loadAsset(props)
  await Promise.all([
    prefetch(trpc.catalog.getScheme.queryOptions({})),
    prefetch(trpc.privacy.getAssetPrivacy.queryOptions({ assetId: asset.id })),
    prefetch(trpc.privacy.listRetention.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <AssetView assetKey={asset.key} />
    </HydrateClient>
  )
}
