import { TRPCError } from "@trpc/server"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { ReviewView } from "@/components/access/reviews/review-view"
import { workspacePage } from "@/server/rsc"

type Props = PageProps<"/[workspace]/settings/access-reviews/[id]">

async function loadReview({ params }: Props) {
  const { workspace, id } = await params
  const tools = await workspacePage(workspace)
  const options = tools.trpc.access.getReview.queryOptions({ id })
  // Asked for the title and for the page: the request's cache answers the second time.
  const review = await tools.queryClient.fetchQuery(options).catch((error: unknown) => {
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST")) notFound()
    throw error
  })
  return { ...tools, review }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await loadReview(props)).review.name }
}

export default async function Page(props: Props) {
  const { HydrateClient, review } = await loadReview(props)
  return (
    <HydrateClient>
      <ReviewView id={review.id} />
    </HydrateClient>
  )
}
