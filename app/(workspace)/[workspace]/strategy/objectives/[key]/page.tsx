import type { Metadata } from "next"
import { ObjectiveView } from "@/components/strategy/objective/objective-view"
import { orNotFound, workspacePage } from "@/server/rsc"

type Props = PageProps<"/[workspace]/strategy/objectives/[key]">

async function loadObjective({ params }: Props) {
  const { workspace, key } = await params
  const tools = await workspacePage(workspace)
  const options = tools.trpc.strategy.getObjective.queryOptions({ key })
  // Asked for the title and for the page: the request's cache answers the second time.
  const objective = await orNotFound(tools.queryClient.fetchQuery(options))
  return { ...tools, objective, asked: key }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { objective } = await loadObjective(props)
  return { title: `${objective.key} ${objective.title}` }
}

export default async function Page(props: Props) {
  const { HydrateClient, asked } = await loadObjective(props)
  return (
    <HydrateClient>
      <ObjectiveView objectiveKey={asked} />
    </HydrateClient>
  )
}
