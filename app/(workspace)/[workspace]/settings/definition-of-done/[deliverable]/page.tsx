import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { TemplateView } from "@/components/dod/template-view"
import { deliverableSchema } from "@/server/dod/domain/deliverable"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Definition of Done" }

type Props = PageProps<"/[workspace]/settings/definition-of-done/[deliverable]">

export default async function Page({ params }: Props) {
  const { workspace, deliverable } = await params
  const kind = deliverableSchema.safeParse(deliverable)
  if (!kind.success) notFound()
  const { trpc, prefetch, HydrateClient } = await workspacePage(workspace)
  await Promise.all([
    prefetch(trpc.dod.getTemplate.queryOptions({ deliverable: kind.data })),
    prefetch(trpc.dod.listTemplates.queryOptions({})),
  ])
  return (
    <HydrateClient>
      <TemplateView deliverable={kind.data} />
    </HydrateClient>
  )
}
