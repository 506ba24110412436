"use client"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { fieldLabel } from "@/server/backlog/domain/item-fields"
import type { ItemView } from "@/server/backlog/domain/item-view"
import { isManual, sortWords } from "../prepare-filter"
import type { GroupLines } from "./use-group-lines"

const ArrangeDialog = dynamic(() => import("./arrange-dialog"), { ssr: false })
const ColumnsDialog = dynamic(() => import("./columns-dialog"), { ssr: false })

type Props = { view: ItemView; onChange: (view: ItemView) => void; groups: GroupLines }

/** How the list is laid out: groups, order and columns, each saying its state. */
export default function ViewTools({ view, onChange, groups }: Props) {
  const [open, setOpen] = useState<"arrange" | "columns" | null>(null)
  const { group, filter, columns } = view
  const [first, ...others] = filter.sort
  const sorted = first && !isManual(filter) ? sortWords(first.field).name : "manual order"
  const tool = (name: string, value: string, dialog: "arrange" | "columns") => (
    <button type="button" className="btn small" aria-haspopup="dialog" onClick={() => setOpen(dialog)}>
      <span className="muted font-normal">{name}</span>{" "}
      <b className="max-w-40 truncate font-medium">{value}</b>
    </button>
  )
  return (
    <>
      {group && groups.groups.length > 0 ? (
        <Button
          size="small"
          variant="quiet"
          onClick={() => groups.closeAll(groups.closed.size < groups.groups.length)}
        >
          {groups.closed.size < groups.groups.length ? "Close all" : "Open all"}
        </Button>
      ) : null}
      {tool("Group", group ? fieldLabel(group) : "none", "arrange")}
      {tool("Sort", others.length > 0 ? `${sorted} and ${others.length} more` : sorted, "arrange")}
      {tool("Columns", columns ? String(columns.length) : "usual", "columns")}
      {open === "arrange" ? (
        <ArrangeDialog view={view} onChange={onChange} onClose={() => setOpen(null)} />
      ) : null}
      {open === "columns" ? (
        <ColumnsDialog
          columns={columns}
          onChange={(next) => onChange({ ...view, columns: next })}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  )
}
