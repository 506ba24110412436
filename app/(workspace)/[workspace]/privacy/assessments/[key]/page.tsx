import type { Metadata } from "next"
import { AssessmentView } from "@/components/dpia/assessment/assessment-view"
import { orNotFound, workspacePage } from "@/server/rsc"

type Props = PageProps<"/[workspace]/privacy/assessments/[key]">

async function loadAssessment({ params }: Props) {
  const { workspace, key } = await params
  const tools = await workspacePage(workspace)
  const options = tools.trpc.dpia.getAssessment.queryOptions({ key: key.toUpperCase() })
  const assessment = await orNotFound(tools.queryClient.fetchQuery(options))
  return { ...tools, assessment }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { assessment } = await loadAssessment(props)
  return { title: `${assessment.key} ${assessment.name}` }
}

export default async function Page(props: Props) {
  const { trpc, prefetch, HydrateClient, assessment } = await loadAssessment(props)
  await prefetch(trpc.approvals.getSubjectApproval.queryOptions({ kind: "dpia", subjectId: assessment.id }))
  return (
    <HydrateClient>
      <AssessmentView assessmentKey={assessment.key} />
    </HydrateClient>
  )
}
