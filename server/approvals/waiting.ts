import type { OpCtx } from "@/server/kernel/context"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"
import { type InboxRow, inboxFilterSchema } from "./domain/inbox"
import { APPROVAL_KINDS } from "./domain/kinds"
import { inboxRows } from "./internal/inbox-rows"

const MOST = 100

/** Decisions that wait on the reader, and what was sent back to them. The overdue ones come before the newest. */
export async function waitingApprovals(ctx: OpCtx): Promise<WaitingThing[]> {
  const newest = await inboxRows(ctx, inboxFilterSchema.parse({}), { limit: MOST })
  // The inbox is newest first, so that what has waited longest is beyond a full page of it.
  const late =
    newest.length < MOST
      ? []
      : await inboxRows(ctx, inboxFilterSchema.parse({ overdue: true }), { limit: MOST })
  const rows = [...new Map([...late, ...newest].map((row) => [row.id, row])).values()].slice(0, MOST)
  return rows.map((row) => ({
    kind: "approval",
    id: row.id,
    title: titleOf(row),
    detail: detailOf(row),
    ...(row.dueOn && { due: row.dueOn }),
    state: row.state === "open" ? (row.remindedAt ? "reminded" : "to decide") : "changes requested",
    action: {
      label: row.state === "open" ? "Decide" : "See what to change",
      href: `/${ctx.caller.workspace?.slug ?? ""}/approvals/${row.id}`,
    },
  }))
}

const titleOf = (row: InboxRow) =>
  row.state === "open"
    ? `Decide on ${row.subjectName}, v${row.subjectVersion}`
    : `Changes requested to ${row.subjectName}, v${row.subjectVersion}`

/** "2026-10-13 at 07:40 UTC" */
const momentWords = (iso: string) => `${iso.slice(0, 10)} at ${iso.slice(11, 16)} UTC`

function detailOf(row: InboxRow): string {
  const where = [APPROVAL_KINDS[row.kind].label, row.placeName].filter(Boolean).join(", ")
  if (row.state !== "open") return `${where}. Make the changes and ask again, or withdraw it`
  // Only whoever asked can remind.
  const reminded = row.remindedAt ? `, who reminded you on ${momentWords(row.remindedAt)}` : ""
  return `${where}. Asked by ${row.requestedBy.name}${reminded}`
}
