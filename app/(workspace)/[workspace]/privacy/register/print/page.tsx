import type { Metadata } from "next"
import { RegisterPrint } from "@/components/privacy/register/register-print"
import { workspacePage } from "@/server/rsc"

export const metadata: Metadata = { title: "Record of processing, print" }

export default async function Page({ params }: PageProps<"/[workspace]/privacy/register/print">) {
  const { trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  await prefetch(trpc.privacy.readRegister.queryOptions({}))
  return (
    <HydrateClient>
      <RegisterPrint />
    </HydrateClient>
  )
}
