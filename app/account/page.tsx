import type { Metadata } from "next"
import { AccountView } from "@/components/members/account/account-view"
import { listMyWorkspaces } from "@/server/members/list-my-workspaces"
import { accountPage } from "@/server/rsc"

export const metadata: Metadata = { title: "Account" }

export default async function AccountPage() {
  const { ctx, trpc, prefetch, HydrateClient } = await accountPage()
  await Promise.all([
    prefetch(trpc.members.getAccount.queryOptions({})),
    prefetch(trpc.members.listSessions.queryOptions({})),
  ])
  const workspaces = await listMyWorkspaces(ctx, {})
  return (
    <HydrateClient>
      <AccountView now={ctx.clock()} workspaces={workspaces} />
    </HydrateClient>
  )
}
