import type { Metadata } from "next"
import { NewWorkspaceForm } from "@/components/auth/new-workspace-form"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { getAccount } from "@/server/members/get-account"
import { signedInContext } from "@/server/rsc"
import { createWorkspaceAction } from "./actions"

export const metadata: Metadata = { title: "New workspace" }

export default async function NewWorkspacePage() {
  const { createWorkspace } = await getAccount(await signedInContext(), {})
  return (
    <div className="max-w-md">
      <PageHead
        title="New workspace"
        state="Its people, products and backlog are kept apart from all others"
      />
      {createWorkspace.ok ? (
        <NewWorkspaceForm action={createWorkspaceAction} />
      ) : (
        <Notice state="unknown">{createWorkspace.reason}.</Notice>
      )}
    </div>
  )
}
