import type { Metadata } from "next"
import { laterInput, linesInput } from "@/components/access/reviews/prepare-lines"
import { ReviewView } from "@/components/access/reviews/review-view"
import { toSearchParams } from "@/server/products/domain/product-filter"
import { loadReview } from "./load-review"

type Props = PageProps<"/[workspace]/settings/access-reviews/[id]">

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadReview(params)).review.name }
}

export default async function Page({ params, searchParams }: Props) {
  const { trpc, prefetch, HydrateClient, review } = await loadReview(params)
  const address = toSearchParams(await searchParams)
  const running = review.state === "running" || review.state === "pending"
  await Promise.all([
    prefetch(trpc.access.listLines.queryOptions(linesInput(review, address))),
    running && review.whole && prefetch(trpc.access.listLines.queryOptions(laterInput(review, address))),
  ])
  return (
    <HydrateClient>
      <ReviewView id={review.id} />
    </HydrateClient>
  )
}
