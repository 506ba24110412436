import type { Metadata } from "next"
import { topItems } from "@/components/products/prepare-top-items"
import { ProductView } from "@/components/products/product-view"
import { orNotFound, workspacePage } from "@/server/rsc"

type Props = PageProps<"/[workspace]/products/[slug]">

async function loadProduct({ params }: Props) {
  const { workspace, slug } = await params
  const tools = await workspacePage(workspace)
  const options = tools.trpc.products.getProduct.queryOptions({ slug })
  // Asked for the title and for the page: the request's cache answers the second time.
  const product = await orNotFound(tools.queryClient.fetchQuery(options))
  return { ...tools, product }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await loadProduct(props)).product.name }
}

export default async function Page(props: Props) {
  const { trpc, prefetch, HydrateClient, product } = await loadProduct(props)
  await Promise.all([
    prefetch(trpc.dod.getChecklist.queryOptions({ subject: { type: "product", id: product.id } })),
    prefetch(trpc.dod.listOpenChecks.queryOptions({ productId: product.id })),
    prefetch(trpc.dpia.listReleaseBlocks.queryOptions({ productId: product.id })),
    prefetch(trpc.thread.getThread.queryOptions({ slug: product.slug })),
    prefetch(trpc.backlog.listItems.queryOptions(topItems(product.id))),
  ])
  return (
    <HydrateClient>
      <ProductView slug={product.slug} />
    </HydrateClient>
  )
}
