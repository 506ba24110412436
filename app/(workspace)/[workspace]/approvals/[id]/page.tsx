import { TRPCError } from "@trpc/server"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { DecisionView } from "@/components/approvals/decision/decision-view"
import { getAccount } from "@/server/members/get-account"
import { oidcSettings } from "@/server/members/oidc-settings"
import { workspacePage } from "@/server/rsc"
import { confirmWithProvider } from "./actions"

type Props = PageProps<"/[workspace]/approvals/[id]">

async function readApproval(params: Props["params"]) {
  const { workspace, id } = await params
  const tools = await workspacePage(workspace)
  try {
    const options = tools.trpc.approvals.getApproval.queryOptions({ requestId: id })
    return { ...tools, approval: await tools.queryClient.fetchQuery(options) }
  } catch (error) {
    if (error instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST"].includes(error.code)) notFound()
    throw error
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Decision on ${(await readApproval(params)).approval.subjectName}` }
}

export default async function Page({ params }: Props) {
  const { ctx, HydrateClient, approval } = await readApproval(params)
  const { hasPassword, identities } = await getAccount(ctx, {})
  const settings = oidcSettings()
  const linked = settings && identities.some(({ provider }) => provider === settings.issuer)
  const provider = linked ? { name: settings.name, action: confirmWithProvider } : null
  return (
    <HydrateClient>
      <DecisionView
        key={approval.id}
        requestId={approval.id}
        confirmBy={{ password: hasPassword, provider }}
      />
    </HydrateClient>
  )
}
