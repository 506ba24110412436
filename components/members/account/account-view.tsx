"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { SectionHead } from "@/components/ui/section-head"
import { NameForm } from "./name-form"
import { PasswordForm } from "./password-form"
import { SessionTable } from "./session-table"
import { WorkspaceList } from "./workspace-list"

type Props = {
  /** The time of the request. */
  now: string
  workspaces: { id: string; name: string; slug: string }[]
}

export function AccountView({ now, workspaces }: Props) {
  const trpc = useTRPC()
  const { data: account } = useSuspenseQuery(trpc.members.getAccount.queryOptions({}))
  const linked = account.identities.length > 0 ? ", linked to single sign-on" : ""
  return (
    <div className="max-w-3xl">
      <PageHead title="Account" state={`${account.email}${linked}`} />
      {workspaces.length === 0 ? (
        <Notice state="warning">
          <b>You belong to no workspace.</b> Ask an administrator for an invitation to {account.email}.
        </Notice>
      ) : null}
      <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2">
        <section aria-labelledby="profile">
          <SectionHead id="profile" title="Profile" />
          <NameForm name={account.name} />
        </section>
        <section aria-labelledby="password">
          <SectionHead id="password" title="Password" />
          {account.hasPassword ? (
            <PasswordForm account={account} />
          ) : (
            <p className="muted">
              You sign in without a password. An administrator can send you a link to set one.
            </p>
          )}
        </section>
      </div>
      <SessionTable now={now} />
      <WorkspaceList workspaces={workspaces} create={account.createWorkspace} />
    </div>
  )
}
