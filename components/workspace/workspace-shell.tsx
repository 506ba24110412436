"use client"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { type ReactNode, useCallback } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { AppShell } from "@/components/shell/app-shell"
import type { Appearance } from "@/components/shell/prepare-appearance"
import { exactTime } from "@/components/ui/prepare-relative-time"
import { pagesOf } from "./prepare-pages"

// The palette's words are many and wanted late.
const loadCommands = () => import("./prepare-workspace-commands")

type Props = {
  appearance: Appearance
  workspaces: { id: string; name: string; slug: string }[]
  children: ReactNode
}

/** The shell of a workspace: navigation in the order of the thread, palette with every page, action and item. */
export function WorkspaceShell({ appearance, workspaces, children }: Props) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { workspace, me, may, refusal, now } = useWorkspace()
  const { data: approvals } = useQuery(
    trpc.approvals.countWaiting.queryOptions({}, { enabled: may("approvals.read").ok, staleTime: 60_000 }),
  )
  const commands = useCallback(
    async () => (await loadCommands()).paletteCommands(workspace.slug, may),
    [workspace.slug, may],
  )
  const search = useCallback(
    async (text: string) => {
      const [{ itemHit, viewHits }, { items }, { views }] = await Promise.all([
        loadCommands(),
        queries.fetchQuery(trpc.backlog.searchItems.queryOptions({ text })),
        queries.fetchQuery(trpc.backlog.listViews.queryOptions({}, { staleTime: 60_000 })),
      ])
      const found = viewHits(workspace.slug, views, text)
      return [...found, ...items.map((hit) => itemHit(workspace.slug, hit))]
    },
    [queries, trpc, workspace.slug],
  )
  return (
    <AppShell
      appearance={appearance}
      nav={pagesOf(workspace.slug, approvals?.waiting)}
      person={{ name: me.name, email: me.email, profileHref: "/account" }}
      workspace={{ id: workspace.id, name: workspace.name, href: `/${workspace.slug}` }}
      workspaces={workspaces.map((other) => ({ id: other.id, name: other.name, href: `/${other.slug}` }))}
      signOut="/sign-out"
      commands={commands}
      search={search}
      footNote={`${workspace.name}, ${exactTime(now)}`}
      refusal={refusal}
    >
      {children}
    </AppShell>
  )
}
