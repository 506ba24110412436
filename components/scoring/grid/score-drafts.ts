/** One's own score of an item: values by criterion, the note, and the version it was saved as (0: never). */
export type Given = { inputs: Readonly<Record<string, number | null>>; note: string; version: number }
export type Change = { inputs: Record<string, number | null>; note?: string | undefined }

export type RowDraft = {
  /** As the server knows it. */
  base: Given
  /** What is not saved yet. */
  wanted: Change
  phase: "saved" | "waiting" | "saving" | "failed" | "conflict"
  message?: string
  /** What was saved from another window in the meantime. */
  theirs?: Given
}

export type Outcome = { ok: true; version: number } | { ok: false; message: string; theirs?: Given }
export type SaveRow = (row: { itemId: string; version: number } & Change) => Promise<Outcome>
export type Kept = Record<string, { base: Given; wanted: Change }>

const EMPTY: Given = { inputs: {}, note: "", version: 0 }

/** What the row shows: the saved values with what was entered since. */
export function shownScore(mine: Given | null, draft: RowDraft | undefined): Given {
  const base = newest(mine, draft)
  if (!draft) return base
  return { ...base, inputs: { ...base.inputs, ...draft.wanted.inputs }, note: draft.wanted.note ?? base.note }
}

/** The list may have been read again after the last save, or before it. */
const newest = (mine: Given | null, draft: RowDraft | undefined): Given =>
  draft && draft.base.version >= (mine?.version ?? 0) ? draft.base : (mine ?? EMPTY)

const isEmpty = ({ inputs, note }: Change) => Object.keys(inputs).length === 0 && note === undefined

/** What of a change is still wanted after (or differs from) a saved state. */
function beyond(base: Given, { inputs, note }: Change): Change {
  const left = Object.entries(inputs).filter(([key, value]) => (base.inputs[key] ?? null) !== value)
  return { inputs: Object.fromEntries(left), ...(note !== undefined && note !== base.note && { note }) }
}

const afterSave = (base: Given, sent: Change, version: number): Given => ({
  inputs: { ...base.inputs, ...sent.inputs },
  note: sent.note ?? base.note,
  version,
})

type Options = {
  save: SaveRow
  /** Milliseconds between the last entry in a row and its save. */
  delay?: number
  /** Called with everything unsaved after each change, to keep it over a reload. */
  keep?: (kept: Kept) => void
  onSaved?: (itemId: string) => void
}

/**
 * What a person enters in the grid, row by row: shown at once, saved a moment later, one save per row at a time.
 * A row that fails keeps its values and says so; nothing is dropped but by the person.
 */
export function createScoreDrafts({ save, delay = 300, keep, onSaved }: Options) {
  const rows = new Map<string, RowDraft>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const listeners = new Set<() => void>()

  const put = (itemId: string, row: RowDraft) => {
    rows.set(itemId, row)
    keep?.(Object.fromEntries(unsaved().map(([id, { base, wanted }]) => [id, { base, wanted }])))
    for (const listener of listeners) listener()
  }
  const unsaved = () => [...rows].filter(([, { phase }]) => phase !== "saved")

  const schedule = (itemId: string, wait = delay) => {
    clearTimeout(timers.get(itemId))
    timers.set(
      itemId,
      setTimeout(() => void flush(itemId), wait),
    )
  }

  async function flush(itemId: string): Promise<void> {
    clearTimeout(timers.get(itemId))
    const row = rows.get(itemId)
    if (!row || row.phase === "saving" || row.phase === "saved") return
    const sent: Change = { ...row.wanted, inputs: { ...row.wanted.inputs } }
    put(itemId, { base: row.base, wanted: row.wanted, phase: "saving" })
    const outcome = await save({ itemId, ...sent, version: row.base.version }).catch(
      (error: unknown): Outcome => ({
        ok: false,
        message: error instanceof Error ? error.message : "Not saved",
      }),
    )
    settle(itemId, sent, outcome)
  }

  function settle(itemId: string, sent: Change, outcome: Outcome): void {
    const { base, wanted } = rows.get(itemId)!
    if (!outcome.ok) {
      const { message, theirs } = outcome
      put(itemId, { base, wanted, phase: theirs ? "conflict" : "failed", message, ...(theirs && { theirs }) })
      return
    }
    const saved = afterSave(base, sent, outcome.version)
    const left = beyond(saved, wanted)
    put(itemId, { base: saved, wanted: left, phase: isEmpty(left) ? "saved" : "waiting" })
    if (isEmpty(left)) onSaved?.(itemId)
    else schedule(itemId, 0)
  }

  return {
    row: (itemId: string) => rows.get(itemId),
    unsaved: () => unsaved().length,
    failed: () => unsaved().filter(([, { phase }]) => phase === "failed" || phase === "conflict").length,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Takes an entry; `mine` is the score as the list shows it. */
    change(itemId: string, mine: Given | null, change: Change) {
      const row = rows.get(itemId)
      const base = newest(mine, row)
      const asked = { ...row?.wanted, ...change, inputs: { ...row?.wanted.inputs, ...change.inputs } }
      if (row?.phase === "saving") return put(itemId, { ...row, wanted: asked })
      if (row?.phase === "conflict") return put(itemId, { ...row, wanted: asked })
      const wanted = beyond(base, asked)
      if (isEmpty(wanted) && !row) return
      put(itemId, { base, wanted, phase: isEmpty(wanted) ? "saved" : "waiting" })
      if (isEmpty(wanted)) clearTimeout(timers.get(itemId))
      else schedule(itemId)
    },
    /** Puts back what was unsaved before a reload, and saves it. */
    restore(kept: Kept) {
      for (const [itemId, { base, wanted }] of Object.entries(kept)) {
        if (rows.has(itemId)) continue
        put(itemId, { base, wanted, phase: "waiting" })
        schedule(itemId, 0)
      }
    },
    retry: (itemId: string) => void flush(itemId),
    retryAll: () => {
      for (const [itemId, { phase }] of unsaved()) if (phase === "failed") void flush(itemId)
    },
    /** After a conflict: my values over the other window's, or the other window's as they stand. */
    resolve(itemId: string, keepMine: boolean) {
      const row = rows.get(itemId)
      if (row?.phase !== "conflict" || !row.theirs) return
      const wanted = keepMine ? beyond(row.theirs, row.wanted) : { inputs: {} }
      put(itemId, { base: row.theirs, wanted, phase: isEmpty(wanted) ? "saved" : "waiting" })
      if (!isEmpty(wanted)) void flush(itemId)
    },
    /** Saves what still waits for its delay, at once. */
    flushAll: () => {
      for (const [itemId, { phase }] of unsaved()) if (phase === "waiting") void flush(itemId)
    },
  }
}

export type ScoreDrafts = ReturnType<typeof createScoreDrafts>
