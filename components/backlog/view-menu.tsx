"use client"
import dynamic from "next/dynamic"
import { useSearchParams } from "next/navigation"
import { useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { Menu, type MenuEntry, type MenuGroup } from "@/components/ui/menu"
import type { ItemView } from "@/server/backlog/domain/item-view"
import { allItemsHref, type SavedView, savedHref, type ViewTask } from "./prepare-view"
import { useSavedViews } from "./use-item-view"

const ViewDialogs = dynamic(() => import("./view-dialogs"), { ssr: false })

type Props = {
  /** What is on the screen. */
  view: ItemView
  /** The saved view that is open; undefined: the one that the address names, as it was saved. */
  saved: SavedView | null | undefined
  edited: boolean
}

/** Which saved view is open, the way to others, and what can be done with this one. */
export default function ViewMenu({ view, saved: told, edited }: Props) {
  const { workspace, may } = useWorkspace()
  const { views = [], defaultViewId = null } = useSavedViews() ?? {}
  const named = useSearchParams().get("view")
  const saved = told === undefined ? (views.find(({ id }) => id === named) ?? null) : told
  const [task, setTask] = useState<ViewTask | null>(null)
  const path = `/${workspace.slug}/backlog`
  const maySave = may("views.save")
  const refusal = maySave.ok ? undefined : maySave.reason
  const locked = saved && !saved.mayChange.ok ? saved.mayChange.reason : refusal
  const links = (shared: boolean): MenuEntry[] =>
    views
      .filter((one) => one.shared === shared)
      .map((one) => ({
        label: one.id === defaultViewId ? `${one.name} (opens first)` : one.name,
        href: savedHref(path, one.id),
      }))
  const entry = (label: string, name: ViewTask, disabledReason?: string, danger?: boolean): MenuEntry => ({
    label,
    disabledReason,
    danger,
    onSelect: () => setTask(name),
  })
  const kept: MenuGroup[] = [
    { label: "Shared views", entries: links(true) },
    { label: "My views", entries: links(false) },
  ].filter(({ entries }) => entries.length > 0)
  const own = saved
    ? [
        entry("Rename or share", "rename", locked),
        saved.id === defaultViewId
          ? entry("Do not open the backlog with it", "no default", refusal)
          : entry("Open my backlog with it", "default", refusal),
        entry("Delete view", "delete", locked, true),
      ]
    : []
  return (
    <span className="view-menu">
      <Menu
        align="start"
        trigger={
          <button type="button" className="btn small" aria-label={`View: ${saved?.name ?? "All items"}`}>
            {saved?.name ?? "All items"} <Icon name="down" />
          </button>
        }
        groups={[
          { entries: [{ label: "All items", href: allItemsHref(path) }] },
          ...kept,
          { entries: [entry("Save as a new view", "save", refusal)] },
          ...(own.length > 0 ? [{ entries: own }] : []),
        ]}
      />
      {edited ? (
        <>
          <span className="warning">Changed, not saved</span>
          {saved && !locked ? (
            <Button size="small" onClick={() => setTask("update")}>
              Save
            </Button>
          ) : null}
          <Button size="small" variant="quiet" disabledReason={refusal} onClick={() => setTask("save")}>
            Save as
          </Button>
        </>
      ) : null}
      {task ? <ViewDialogs task={task} view={view} saved={saved} onClose={() => setTask(null)} /> : null}
    </span>
  )
}
