import { cookies } from "next/headers"
import type { ReactNode } from "react"
import { ApiProvider } from "@/components/api/provider"
import { WorkspaceProvider } from "@/components/api/workspace"
import { readAppearance } from "@/components/shell/prepare-appearance"
import { WorkspaceShell } from "@/components/workspace/workspace-shell"
import { holds } from "@/server/kernel/domain/grants"
import { listMyWorkspaces } from "@/server/members/list-my-workspaces"
import { workspacePage } from "@/server/rsc"

type Props = { children: ReactNode; params: Promise<{ workspace: string }> }

export default async function WorkspaceLayout({ children, params }: Props) {
  const { ctx, trpc, prefetch, HydrateClient } = await workspacePage((await params).workspace)
  const { workspace, user, grants } = ctx.caller
  const jar = await cookies()
  if (holds(grants, "approvals.read")) await prefetch(trpc.approvals.countWaiting.queryOptions({}))
  return (
    <ApiProvider workspace={workspace!.slug}>
      <WorkspaceProvider facts={{ workspace: workspace!, me: user!, grants, now: ctx.clock() }}>
        <HydrateClient>
          <WorkspaceShell
            appearance={readAppearance((name) => jar.get(name)?.value)}
            workspaces={await listMyWorkspaces(ctx, {})}
          >
            {children}
          </WorkspaceShell>
        </HydrateClient>
      </WorkspaceProvider>
    </ApiProvider>
  )
}
