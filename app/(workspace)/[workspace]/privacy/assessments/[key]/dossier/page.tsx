import type { Metadata } from "next"
import { DossierView } from "@/components/dpia/dossier/dossier-view"
import { loadAssessment } from "../load-assessment"

type Props = PageProps<"/[workspace]/privacy/assessments/[key]/dossier">

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { assessment } = await loadAssessment(props.params)
  return { title: `Dossier for the authority, ${assessment.key} ${assessment.name}` }
}

export default async function Page(props: Props) {
  const { trpc, prefetch, HydrateClient, assessment } = await loadAssessment(props.params)
  const { approval, product } = assessment
  const filter = { productIds: [product.id] }
  await Promise.all([
    prefetch(trpc.privacy.readRegister.queryOptions({ filter })),
    ...(approval
      ? [prefetch(trpc.approvals.getApproval.queryOptions({ requestId: approval.requestId }))]
      : []),
  ])
  return (
    <HydrateClient>
      <DossierView assessmentKey={assessment.key} />
    </HydrateClient>
  )
}
