import type { Metadata } from "next"
import { ItemView } from "@/components/backlog/item/item-view"
import { orNotFound, workspacePage } from "@/server/rsc"

type Props = PageProps<"/[workspace]/items/[key]">

async function readItem(params: Props["params"]) {
  const { workspace, key } = await params
  const tools = await workspacePage(workspace)
  const options = tools.trpc.backlog.getItem.queryOptions({ key: decodeURIComponent(key) })
  return { ...tools, item: await orNotFound(tools.queryClient.fetchQuery(options)) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { item } = await readItem(params)
  return { title: `${item.key} ${item.title}` }
}

export default async function Page({ params }: Props) {
  const { trpc, prefetch, HydrateClient, item } = await readItem(params)
  const subject = { type: "item", id: item.id } as const
  await Promise.all([
    prefetch(trpc.dod.getChecklist.queryOptions({ subject })),
    prefetch(trpc.discussion.listComments.queryOptions({ subject })),
    prefetch(trpc.discussion.listMaterial.queryOptions({ subject })),
    prefetch(trpc.members.listMembers.queryOptions({})),
    prefetch(trpc.products.listProducts.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <ItemView key={item.key} itemKey={item.key} />
    </HydrateClient>
  )
}
