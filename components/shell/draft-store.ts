const PREFIX = "plumbline_draft"
const LONGEST = 30 * 86_400_000

export type DraftOwner = { workspaceId: string; userId: string }

/** "tab" ends with the tab, so that two tabs do not write over each other; "browser" outlives it. */
export type DraftArea = "tab" | "browser"

export type DraftStore = {
  /** What was kept last; undefined when that is nothing, unreadable or older than 30 days. */
  read: () => unknown
  keep: (value: unknown) => void
  clear: () => void
}

const cleaned = new WeakSet<Storage>()

/**
 * The one place where what somebody is writing is kept in their browser until it is saved: an entry per workspace,
 * person and `name`, which says the thing, its field and the version it was begun with. Without a name nothing is kept.
 */
export function draftStore(owner: DraftOwner, name: string | undefined, area: DraftArea): DraftStore {
  const key = `${PREFIX} ${owner.workspaceId} ${owner.userId} ${name}`
  // Storage may be refused, full, or, on the server, not there; a draft then lasts as long as the page.
  const attempt = <T>(act: (storage: Storage) => T): T | undefined => {
    if (name === undefined) return undefined
    try {
      const storage = area === "tab" ? sessionStorage : localStorage
      if (!cleaned.has(storage)) dropOld(storage)
      return act(storage)
    } catch {
      return undefined
    }
  }
  return {
    read: () => attempt((storage) => entryOf(storage.getItem(key))?.value),
    keep: (value) => attempt((storage) => storage.setItem(key, JSON.stringify({ at: Date.now(), value }))),
    clear: () => attempt((storage) => storage.removeItem(key)),
  }
}

/** Once for a page: drafts that were given up long ago, and what is not readable as one. */
function dropOld(storage: Storage): void {
  cleaned.add(storage)
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
  for (const key of keys) {
    if (key?.startsWith(`${PREFIX} `) && !entryOf(storage.getItem(key))) storage.removeItem(key)
  }
}

function entryOf(text: string | null): { value: unknown } | undefined {
  try {
    const { at, value } = JSON.parse(text ?? "null")
    return typeof at === "number" && Date.now() - at < LONGEST ? { value } : undefined
  } catch {
    return undefined
  }
}
