import { TRPCError } from "@trpc/server"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { ActivityView } from "@/components/privacy/register/activity-view"
import { workspacePage } from "@/server/rsc"

type Props = PageProps<"/[workspace]/privacy/register/[key]">

async function loadActivity({ params }: Props) {
  const { workspace, key } = await params
  const tools = await workspacePage(workspace)
  const options = tools.trpc.privacy.getActivity.queryOptions({ key })
  // Asked for the title and for the page: the request's cache answers the second time.
  const activity = await tools.queryClient.fetchQuery(options).catch((error: unknown) => {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound()
    throw error
  })
  return { ...tools, key, activity }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await loadActivity(props)).activity.fields.name }
}

export default async function Page(props: Props) {
  const { trpc, prefetch, HydrateClient, key, activity } = await loadActivity(props)
  await prefetch(
    trpc.approvals.getSubjectApproval.queryOptions({ kind: "processing", subjectId: activity.id }),
  )
  return (
    <HydrateClient>
      <ActivityView activityKey={key} />
    </HydrateClient>
  )
}
