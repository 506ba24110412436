import { cookies } from "next/headers"
import Link from "next/link"
import type { ReactNode } from "react"
import { ApiProvider } from "@/components/api/provider"
import { WorkspaceProvider } from "@/components/api/workspace"
import { Brand } from "@/components/shell/brand"
import { readAppearance } from "@/components/shell/prepare-appearance"
import { Toaster } from "@/components/ui/toast"
import { WorkspaceShell } from "@/components/workspace/workspace-shell"
import { listMyWorkspaces } from "@/server/members/list-my-workspaces"
import { pageContext, signedInContext } from "@/server/rsc"

/** The account stands in the shell of the workspace visited last, as one comes from there; without one, in a plain bar. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const workspaces = await listMyWorkspaces(await signedInContext(), {})
  const { caller, clock } = await pageContext(workspaces[0]?.slug)
  const { workspace, user, grants } = caller
  if (!workspace || !user) return <PlainBar>{children}</PlainBar>
  const jar = await cookies()
  return (
    <ApiProvider workspace={workspace.slug}>
      <WorkspaceProvider facts={{ workspace, me: user, grants, now: clock() }}>
        <WorkspaceShell appearance={readAppearance((name) => jar.get(name)?.value)} workspaces={workspaces}>
          {children}
        </WorkspaceShell>
      </WorkspaceProvider>
    </ApiProvider>
  )
}

function PlainBar({ children }: { children: ReactNode }) {
  return (
    <ApiProvider>
      <header className="top">
        <Brand href="/" />
        <span className="tools">
          <Link href="/sign-out">Sign out</Link>
        </span>
      </header>
      <main id="main" className="page">
        {children}
      </main>
      <Toaster />
    </ApiProvider>
  )
}
