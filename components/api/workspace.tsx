"use client"
import { createContext, type ReactNode, useCallback, useContext } from "react"
import { type HeldGrant, holds, type Scope } from "@/server/kernel/domain/grants"
import type { Permission } from "@/server/kernel/domain/permissions"
import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"

export type WorkspaceFacts = {
  workspace: { id: string; slug: string; name: string }
  me: { id: string; name: string; email: string }
  grants: HeldGrant[]
  /** Time of the request, ISO: relative times start from it, so that server and browser draw the same. */
  now: string
}

const WorkspaceContext = createContext<WorkspaceFacts | null>(null)

export function WorkspaceProvider({ facts, children }: { facts: WorkspaceFacts; children: ReactNode }) {
  return <WorkspaceContext value={facts}>{children}</WorkspaceContext>
}

/** The workspace on the screen, who looks at it, and what they may do: the server's own rule, asked in the browser. */
export function useWorkspace() {
  const facts = useContext(WorkspaceContext)
  if (!facts) throw new Error("useWorkspace needs a WorkspaceProvider above it")
  const { grants } = facts
  const refusal = `Your roles here do not allow this. ${
    holds(grants, "members.manage")
      ? "Roles are granted under Settings, Members"
      : "An administrator can grant it under Settings, Members"
  }`
  const may = useCallback(
    (permission: Permission, scope?: Scope): Verdict =>
      holds(grants, permission, scope) ? yes : no(refusal),
    [grants, refusal],
  )
  return { ...facts, may, refusal }
}
