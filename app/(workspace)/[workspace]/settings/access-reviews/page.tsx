import type { Metadata } from "next"
import { ReviewsView } from "@/components/access/reviews/reviews-view"
import { askedRows } from "@/components/shell/prepare-pages"
import { toSearchParams } from "@/server/products/domain/product-filter"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Access reviews" }

type Props = PageProps<"/[workspace]/settings/access-reviews">

export default async function Page({ params, searchParams }: Props) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await prefetch(trpc.access.listReviews.queryOptions(askedRows(toSearchParams(await searchParams))))
  return (
    <HydrateClient>
      <ReviewsView />
    </HydrateClient>
  )
}
