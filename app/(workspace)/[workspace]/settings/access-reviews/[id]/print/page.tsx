import type { Metadata } from "next"
import { ReviewPrint } from "@/components/access/reviews/review-print"
import { loadReview } from "../load-review"

type Props = PageProps<"/[workspace]/settings/access-reviews/[id]/print">

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await loadReview(params)).review.name}, print` }
}

export default async function Page({ params }: Props) {
  const { trpc, prefetch, HydrateClient, review } = await loadReview(params)
  await prefetch(trpc.access.printReview.queryOptions({ id: review.id }))
  return (
    <HydrateClient>
      <ReviewPrint id={review.id} />
    </HydrateClient>
  )
}
