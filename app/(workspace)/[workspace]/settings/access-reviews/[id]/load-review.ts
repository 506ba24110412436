import { TRPCError } from "@trpc/server"
import { notFound } from "next/navigation"
import { workspacePage } from "@/server/rsc"

/** The review that an address names. Asked for the title and for the page: the cache answers the second time. */
export async function loadReview(params: Promise<{ workspace: string; id: string }>) {
  const { workspace, id } = await params
  const tools = await workspacePage(workspace)
  const options = tools.trpc.access.getReview.queryOptions({ id })
  const review = await tools.queryClient.fetchQuery(options).catch((error: unknown) => {
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST")) notFound()
    throw error
  })
  return { ...tools, review }
}
