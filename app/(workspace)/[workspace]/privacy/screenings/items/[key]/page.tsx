import type { Metadata } from "next"
import { ScreeningView } from "@/components/dpia/screening/screening-view"
import { orNotFound, workspacePage } from "@/server/rsc"

type Props = PageProps<"/[workspace]/privacy/screenings/items/[key]">

async function loadScreening({ params }: Props) {
  const { workspace, key } = await params
  const tools = await workspacePage(workspace)
  const address = { itemKey: decodeURIComponent(key) }
  const options = tools.trpc.dpia.getScreening.queryOptions({ subject: address })
  const found = await orNotFound(tools.queryClient.fetchQuery(options))
  return { ...tools, address, subject: found.subject }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: `Screening of ${(await loadScreening(props)).subject.name}` }
}

export default async function Page(props: Props) {
  const { HydrateClient, address } = await loadScreening(props)
  return (
    <HydrateClient>
      <ScreeningView address={address} />
    </HydrateClient>
  )
}
