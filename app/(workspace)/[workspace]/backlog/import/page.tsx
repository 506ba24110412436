import type { Metadata } from "next"
import { ImportView } from "@/components/backlog/import/import-view"
import { workspacePage } from "@/server/rsc"
import { searchOf } from "../search-of"

export const metadata: Metadata = { title: "Import items" }

export default async function Page({ params, searchParams }: PageProps<"/[workspace]/backlog/import">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  const importId = searchOf(await searchParams).get("import")
  await Promise.all([
    prefetch(trpc.backlog.listImports.queryOptions({})),
    importId && prefetch(trpc.backlog.getImport.queryOptions({ importId })),
  ])
  return (
    <HydrateClient>
      <ImportView />
    </HydrateClient>
  )
}
