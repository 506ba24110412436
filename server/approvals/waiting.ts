import type { OpCtx } from "@/server/kernel/context"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"
import { type InboxRow, inboxFilterSchema } from "./domain/inbox"
import { APPROVAL_KINDS } from "./domain/kinds"
import { inboxRows } from "./internal/inbox-rows"

const MOST = 100

/** Decisions that wait on the reader, and what was sent back to them. */
export async function waitingApprovals(ctx: OpCtx): Promise<WaitingThing[]> {
  const rows = await inboxRows(ctx, inboxFilterSchema.parse({}), { limit: MOST })
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

function detailOf(row: InboxRow): string {
  const where = [APPROVAL_KINDS[row.kind].label, row.placeName].filter(Boolean).join(", ")
  if (row.state !== "open") return `${where}. Make the changes and ask again, or withdraw it`
  const reminded = row.remindedAt ? ", who has sent a reminder" : ""
  return `${where}. Asked by ${row.requestedBy.name}${reminded}`
}
