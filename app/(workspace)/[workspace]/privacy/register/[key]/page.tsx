import type { Metadata } from "next"
import { ActivityView } from "@/components/privacy/register/activity-view"
import { orNotFound, workspacePage } from "@/server/rsc"

type Props = PageProps<"/[workspace]/privacy/register/[key]">

async function loadActivity({ params }: Props) {
  const { workspace, key } = await params
  const tools = await workspacePage(workspace)
  const options = tools.trpc.privacy.getActivity.queryOptions({ key })
  // Asked for the title and for the page: the request's cache answers the second time.
  const activity = await orNotFound(tools.queryClient.fetchQuery(options))
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
