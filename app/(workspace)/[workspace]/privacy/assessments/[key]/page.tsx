import type { Metadata } from "next"
import { AssessmentView } from "@/components/dpia/assessment/assessment-view"
import { loadAssessment } from "./load-assessment"

type Props = PageProps<"/[workspace]/privacy/assessments/[key]">

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { assessment } = await loadAssessment(props.params)
  return { title: `${assessment.key} ${assessment.name}` }
}

export default async function Page(props: Props) {
  const { trpc, prefetch, HydrateClient, assessment } = await loadAssessment(props.params)
  await prefetch(trpc.approvals.getSubjectApproval.queryOptions({ kind: "dpia", subjectId: assessment.id }))
  return (
    <HydrateClient>
      <AssessmentView assessmentKey={assessment.key} />
    </HydrateClient>
  )
}
