import type { Metadata } from "next"
import { DossierView } from "@/components/dpia/dossier/dossier-view"
import { orNotFound, workspacePage } from "@/server/rsc"

type Props = PageProps<"/[workspace]/privacy/assessments/[key]/dossier">

async function loadDossier({ params }: Props) {
  const { workspace, key } = await params
  const tools = await workspacePage(workspace)
  const options = tools.trpc.dpia.getAssessment.queryOptions({ key: key.toUpperCase() })
  const assessment = await orNotFound(tools.queryClient.fetchQuery(options))
  return { ...tools, assessment }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { assessment } = await loadDossier(props)
  return { title: `Dossier for the authority, ${assessment.key} ${assessment.name}` }
}

export default async function Page(props: Props) {
  const { trpc, prefetch, HydrateClient, assessment } = await loadDossier(props)
  const { approval, product } = assessment
  const filter = { productIds: [product.id] }
  await Promise.all([
    prefetch(trpc.privacy.listActivities.queryOptions({ filter })),
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
