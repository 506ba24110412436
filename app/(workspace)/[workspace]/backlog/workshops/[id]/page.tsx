import { TRPCError } from "@trpc/server"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { WorkshopView } from "@/components/workshops/workshop-view"
import { workspacePage } from "@/server/rsc"

type Props = PageProps<"/[workspace]/backlog/workshops/[id]">

async function readWorkshop(params: Props["params"]) {
  const { workspace, id } = await params
  const tools = await workspacePage(workspace)
  try {
    const options = tools.trpc.workshops.getWorkshop.queryOptions({ id })
    return { ...tools, workshop: await tools.queryClient.fetchQuery(options) }
  } catch (error) {
    if (error instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST"].includes(error.code)) notFound()
    throw error
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readWorkshop(params)).workshop.title }
}

export default async function Page({ params }: Props) {
  const { trpc, prefetch, HydrateClient, workshop } = await readWorkshop(params)
  await prefetch(trpc.workshops.listPeople.queryOptions({ id: workshop.id }))
  return (
    <HydrateClient>
      <WorkshopView key={workshop.id} id={workshop.id} />
    </HydrateClient>
  )
}
