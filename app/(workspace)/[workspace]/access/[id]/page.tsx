import { TRPCError } from "@trpc/server"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { RequestView } from "@/components/access/request-view"
import { workspacePage } from "@/server/rsc"

type Props = PageProps<"/[workspace]/access/[id]">

async function loadRequest({ params }: Props) {
  const { workspace, id } = await params
  const tools = await workspacePage(workspace)
  const options = tools.trpc.access.getRequest.queryOptions({ id })
  // Asked for the title and for the page: the request's cache answers the second time.
  const request = await tools.queryClient.fetchQuery(options).catch((error: unknown) => {
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST")) notFound()
    throw error
  })
  return { ...tools, request }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { request } = await loadRequest(props)
  return { title: `Access of ${request.beneficiary.name} to ${request.subject.name}` }
}

export default async function Page(props: Props) {
  const { trpc, prefetch, HydrateClient, request } = await loadRequest(props)
  await prefetch(
    trpc.approvals.getSubjectApproval.queryOptions({ kind: "access_request", subjectId: request.id }),
  )
  return (
    <HydrateClient>
      <RequestView id={request.id} />
    </HydrateClient>
  )
}
