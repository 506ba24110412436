"use client"
import "./backlog-head.css"
import dynamic from "next/dynamic"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Kbd } from "@/components/ui/kbd"
import { PageHead } from "@/components/ui/page-head"
import { Tabs } from "@/components/ui/tabs"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { EMPTY_VIEW, serialiseView } from "@/server/backlog/domain/item-view"
import { useLastOrder } from "./last-order"
import { type ExportFormat, exportAllHref, exportHref, filterHref } from "./prepare-filter"
import type { ItemViewState } from "./use-item-view"

// Drawn on the server; what makes them work comes right after the rows.
const Menu = dynamic(() => import("@/components/ui/menu").then((module) => module.Menu))
const ViewMenu = dynamic(() => import("./view-menu"))

type Props = {
  view: "list" | "board" | "roadmap" | "matrix"
  state: string
  filter: ItemFilter
  /** The view of the list, with its groups and columns; elsewhere only the filter is known. */
  list?: ItemViewState
  onCreate: () => void
  /** Takes back a change of the whole order. */
  onUndoOrder?: (changeId: string) => void
}

/** Title, state, views, menu and the one primary action of the backlog. */
export function BacklogHead({ view, state, filter, list, onCreate, onUndoOrder }: Props) {
  const { workspace, may } = useWorkspace()
  const lastOrder = useLastOrder(workspace.slug)
  const base = `/${workspace.slug}/backlog`
  const mayCreate = may("backlog.edit")
  const mayImport = may("backlog.import")
  const layout = view === "board" ? "board" : "list"
  const shown = list?.view ?? { ...EMPTY_VIEW, filter, layout }
  const exported = (format: ExportFormat) => exportHref(workspace.slug, serialiseView(shown), format)
  return (
    <PageHead
      title="Backlog"
      state={
        <>
          <ViewMenu view={shown} saved={list?.saved} edited={list?.edited ?? false} />
          <span>{state}</span>
          {list?.missing ? (
            <span className="warning">This view was deleted, or is somebody else’s own</span>
          ) : null}
        </>
      }
      actions={
        <>
          <Tabs
            label="View"
            tabs={[
              { label: "List", href: filterHref(base, filter), current: view === "list" },
              {
                label: "Board",
                href: filterHref(`${base}/board`, { ...filter, sort: [] }),
                current: view === "board",
              },
              {
                label: "Roadmap",
                href: filterHref(`${base}/roadmap`, { ...filter, sort: [] }),
                current: view === "roadmap",
              },
              {
                label: "Matrix",
                href: filterHref(`${base}/matrix`, { ...filter, sort: [] }),
                current: view === "matrix",
              },
              { label: "Scoring", href: filterHref(`${base}/scoring`, { ...filter, sort: [] }) },
              { label: "Workshops", href: `${base}/workshops` },
            ]}
          />
          <Menu
            trigger={<Button>More</Button>}
            groups={[
              {
                entries: [
                  {
                    label: "Import items from CSV",
                    href: `${base}/import`,
                    disabledReason: mayImport.ok ? undefined : mayImport.reason,
                  },
                  { label: "Dependencies and critical path", href: `${base}/dependencies` },
                  { label: "Possible duplicates", href: `${base}/duplicates` },
                ],
              },
              {
                label: "Export this view",
                entries: [
                  { label: "CSV, can be imported again", onSelect: () => download(exported("csv")) },
                  { label: "Excel, up to 20,000 items", onSelect: () => download(exported("xlsx")) },
                  { label: "JSON", onSelect: () => download(exported("json")) },
                ],
              },
              {
                entries: [
                  {
                    label: "Export all items with all fields",
                    onSelect: () => download(exportAllHref(workspace.slug)),
                  },
                ],
              },
              ...(onUndoOrder
                ? [
                    {
                      entries: [
                        {
                          label: "Undo last order",
                          disabledReason: lastOrder
                            ? undefined
                            : "No order was adopted or moved to the top in this tab",
                          onSelect: () => lastOrder && onUndoOrder(lastOrder),
                        },
                      ],
                    },
                  ]
                : []),
            ]}
          />
          <Button
            variant="primary"
            disabledReason={mayCreate.ok ? undefined : mayCreate.reason}
            onClick={onCreate}
          >
            Create item <Kbd keys="c" />
          </Button>
        </>
      }
    />
  )
}

function download(href: string) {
  window.location.assign(href)
}
