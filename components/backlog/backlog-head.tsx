"use client"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Kbd } from "@/components/ui/kbd"
import { Menu } from "@/components/ui/menu"
import { PageHead } from "@/components/ui/page-head"
import { Tabs } from "@/components/ui/tabs"
import { EMPTY_FILTER, type ItemFilter } from "@/server/backlog/domain/item-filter"
import { useLastOrder } from "./last-order"
import { exportHref, filterHref } from "./prepare-filter"

type Props = {
  view: "list" | "board"
  state: string
  filter: ItemFilter
  onCreate: () => void
  /** Takes back a change of the whole order. */
  onUndoOrder?: (changeId: string) => void
}

/** Title, state, views, menu and the one primary action of the backlog. */
export function BacklogHead({ view, state, filter, onCreate, onUndoOrder }: Props) {
  const { workspace, may } = useWorkspace()
  const lastOrder = useLastOrder(workspace.slug)
  const base = `/${workspace.slug}/backlog`
  const mayCreate = may("backlog.edit")
  const mayImport = may("backlog.import")
  return (
    <PageHead
      title="Backlog"
      state={state}
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
              { label: "Scoring", href: filterHref(`${base}/scoring`, { ...filter, sort: [] }) },
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
                  { label: "Export these items as CSV", onSelect: () => download(workspace.slug, filter) },
                  {
                    label: "Export all items as CSV",
                    onSelect: () => download(workspace.slug, EMPTY_FILTER),
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

function download(workspace: string, filter: ItemFilter) {
  window.location.assign(exportHref(workspace, filter))
}
