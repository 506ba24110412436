import type { Metadata } from "next"
import { PrintView } from "@/components/dpia/print/print-view"
import { orNotFound, workspacePage } from "@/server/rsc"

type Props = PageProps<"/[workspace]/privacy/assessments/[key]/print">

async function loadPrint({ params }: Props) {
  const { workspace, key } = await params
  const tools = await workspacePage(workspace)
  const options = tools.trpc.dpia.getAssessment.queryOptions({ key: key.toUpperCase() })
  const assessment = await orNotFound(tools.queryClient.fetchQuery(options))
  return { ...tools, assessment }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { assessment } = await loadPrint(props)
  return { title: `${assessment.key} ${assessment.name}, version ${assessment.version}` }
}

export default async function Page(props: Props) {
  const { trpc, prefetch, HydrateClient, assessment } = await loadPrint(props)
  const { approval } = assessment
  if (approval) await prefetch(trpc.approvals.getApproval.queryOptions({ requestId: approval.requestId }))
  return (
    <HydrateClient>
      <PrintView assessmentKey={assessment.key} />
    </HydrateClient>
  )
}
