import { APPROVAL_STATES } from "@/server/approvals/domain/approval"
import { INBOX_VIEWS, type InboxFilter, type InboxView } from "@/server/approvals/domain/inbox"
import { ALL_KINDS } from "@/server/approvals/domain/kinds"

/** The views of the page; the address holds which, and the filters. */
export const VIEW_LABELS: Record<InboxView, string> = {
  waiting: "Waits on me",
  asked: "Asked by me",
  all: "All",
}

export const EMPTY_INBOX_FILTER: InboxFilter = {
  view: "waiting",
  kinds: [],
  states: [],
  overdue: false,
  unread: false,
}

/** Reads the address; what it does not understand is left out. */
export function parseInboxFilter(params: URLSearchParams): InboxFilter {
  return {
    view: INBOX_VIEWS.find((view) => view === params.get("view")) ?? "waiting",
    kinds: ALL_KINDS.filter((kind) => params.getAll("kind").includes(kind)),
    states: APPROVAL_STATES.filter((state) => params.getAll("state").includes(state)),
    overdue: params.get("overdue") === "1",
    unread: params.get("unread") === "1",
  }
}

export function inboxParams(filter: InboxFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (filter.view !== "waiting") params.set("view", filter.view)
  for (const kind of filter.kinds) params.append("kind", kind)
  for (const state of filter.states) params.append("state", state)
  if (filter.overdue) params.set("overdue", "1")
  if (filter.unread) params.set("unread", "1")
  return params
}

/** True when nothing but the view is chosen. */
export const isUnfiltered = ({ view: _view, ...filter }: InboxFilter) =>
  inboxParams({ ...filter, view: "waiting" }).size === 0

/** The line below the title. `waiting` counts to 100 at most. */
export function inboxWords(waiting: number, late: number): string {
  if (waiting === 0) return "Nothing waits for your decision."
  const what =
    waiting >= 100
      ? "100 or more requests wait"
      : waiting === 1
        ? "1 request waits"
        : `${waiting} requests wait`
  return `${what} on you${late > 0 ? "" : ", none past its due date"}.`
}

type Cursor = { requestedAt: string; id: string }

export const inboxPages = {
  getNextPageParam: (page: { next: Cursor | null }) => page.next,
}
