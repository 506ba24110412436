import { TRPCError } from "@trpc/server"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { ScreeningView } from "@/components/dpia/screening/screening-view"
import { workspacePage } from "@/server/rsc"

type Props = PageProps<"/[workspace]/privacy/screenings/items/[key]">

async function loadScreening({ params }: Props) {
  const { workspace, key } = await params
  const tools = await workspacePage(workspace)
  const address = { itemKey: decodeURIComponent(key) }
  const options = tools.trpc.dpia.getScreening.queryOptions({ subject: address })
  const found = await tools.queryClient.fetchQuery(options).catch((error: unknown) => {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound()
    throw error
  })
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
