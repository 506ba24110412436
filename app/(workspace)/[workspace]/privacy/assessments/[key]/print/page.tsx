import type { Metadata } from "next"
import { PrintView } from "@/components/dpia/print/print-view"
import { loadAssessment } from "../load-assessment"

type Props = PageProps<"/[workspace]/privacy/assessments/[key]/print">

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { assessment } = await loadAssessment(props.params)
  return { title: `${assessment.key} ${assessment.name}, version ${assessment.version}` }
}

export default async function Page(props: Props) {
  const { trpc, prefetch, HydrateClient, assessment } = await loadAssessment(props.params)
  const { approval } = assessment
  if (approval) await prefetch(trpc.approvals.getApproval.queryOptions({ requestId: approval.requestId }))
  return (
    <HydrateClient>
      <PrintView assessmentKey={assessment.key} />
    </HydrateClient>
  )
}
