import type { Metadata } from "next"
import { ReviewsView } from "@/components/access/reviews/reviews-view"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Access reviews" }

export default async function Page({ params }: PageProps<"/[workspace]/settings/access-reviews">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await prefetch(trpc.access.listReviews.queryOptions({}))
  return (
    <HydrateClient>
      <ReviewsView />
    </HydrateClient>
  )
}
