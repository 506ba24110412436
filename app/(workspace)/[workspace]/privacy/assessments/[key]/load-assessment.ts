import { orNotFound, workspacePage } from "@/server/rsc"

type Params = Promise<{ workspace: string; key: string }>

/** The assessment that a page is about, in the caller's query client; an unknown one answers 404. */
export async function loadAssessment(params: Params) {
  const { workspace, key } = await params
  const tools = await workspacePage(workspace)
  const options = tools.trpc.dpia.getAssessment.queryOptions({ key: key.toUpperCase() })
  const assessment = await orNotFound(tools.queryClient.fetchQuery(options))
  return { ...tools, assessment }
}
