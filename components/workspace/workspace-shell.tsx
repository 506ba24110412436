"use client"
import { useQueryClient } from "@tanstack/react-query"
import { type ReactNode, useCallback } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { AppShell } from "@/components/shell/app-shell"
import type { Appearance } from "@/components/shell/prepare-appearance"
import { exactTime } from "@/components/ui/prepare-relative-time"
import { itemHit, pagesOf, paletteCommands, viewHits } from "./prepare-workspace"

type Props = {
  appearance: Appearance
  workspaces: { id: string; name: string; slug: string }[]
  children: ReactNode
}

/** The shell of a workspace: navigation in the order of the thread, palette with every page, action and item. */
export function WorkspaceShell({ appearance, workspaces, children }: Props) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { workspace, me, may, now } = useWorkspace()
  const search = useCallback(
    async (text: string) => {
      const [{ items }, { views }] = await Promise.all([
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
      nav={pagesOf(workspace.slug)}
      person={{ name: me.name, email: me.email, profileHref: "/account" }}
      workspace={{ id: workspace.id, name: workspace.name, href: `/${workspace.slug}` }}
      workspaces={workspaces.map((other) => ({ id: other.id, name: other.name, href: `/${other.slug}` }))}
      signOut="/sign-out"
      commands={paletteCommands(workspace.slug, may)}
      search={search}
      footNote={`${workspace.name}, ${exactTime(now)}`}
    >
      {children}
    </AppShell>
  )
}
