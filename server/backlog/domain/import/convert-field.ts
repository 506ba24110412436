import { unguardFormula } from "../export-cell"
import { ITEM_STATUS_LABELS, ITEM_STATUSES, ITEM_TYPE_LABELS, ITEM_TYPES } from "../item"
import { ITEM_LIMITS, itemTextProblem, LABEL_SEPARATORS } from "../item-limits"
import { parseQuarter } from "../quarter"
import { convertCustom, customFieldName } from "./convert-custom"
import type { ConvertedRow } from "./converted-row"
import { guessStatus, guessType } from "./guess-values"
import { type ColumnMapping, type ColumnTarget, type ImportMapping, normaliseWord } from "./mapping"
import { parseDate } from "./parse-date"
import { parseEstimate } from "./parse-number"
import { rowProblem } from "./row-problem"

export type FieldReader = {
  read: (out: ConvertedRow, header: string, cell: string | readonly string[]) => void
  /** What an empty cell does; undefined when it changes nothing. */
  whenEmpty?: (out: ConvertedRow, header: string) => void
  customName: string | null
}

type SetText = (out: ConvertedRow, text: string, header: string) => void

/** How cells of one column are read, prepared once per import. */
export function fieldReaderFor(column: ColumnMapping, mapping: ImportMapping): FieldReader {
  const unguard = mapping.unguardFormulas
  if (column.target === "ignore") return { read: () => {}, customName: null }
  if (column.target === "custom") {
    const name = customFieldName(column.header, unguard)
    return { read: (out, header, cell) => convertCustom(out, header, name, cell, unguard), customName: name }
  }
  if (column.target === "labels") return labelsReader(unguard)
  const set = textSetter(column, mapping)
  const read: FieldReader["read"] = (out, header, cell) => {
    // A target of one value takes the first of a repeated column.
    const text = typeof cell === "string" ? cell : (cell[0] ?? "")
    set(out, unguard ? unguardFormula(text) : text, header)
  }
  const customName = column.target === "owner" ? customFieldName(column.header, unguard) : null
  return { read, whenEmpty: EMPTY[column.target], customName }
}

const fail = (out: ConvertedRow, header: string, value: string, message: string) =>
  out.problems.push(rowProblem("error", out.row, header, value, message))

const EMPTY: Partial<Record<ColumnTarget, FieldReader["whenEmpty"]>> = {
  title: (out, header) => fail(out, header, "", "The title is empty. Every item needs one"),
  description: (out) => {
    out.fields.description = ""
  },
  owner: (out) => {
    out.fields.ownerId = null
  },
  estimate: (out) => {
    out.fields.estimate = null
  },
  dueDate: (out) => {
    out.fields.dueDate = null
  },
  quarter: (out) => {
    out.fields.quarter = null
  },
  parent: (out) => {
    out.parentRef = null
  },
}

/** Text with the check of its size; calls `keep` only when it fits. */
const checked =
  (
    what: string,
    max: number,
    clean: (text: string) => string,
    keep: (out: ConvertedRow, text: string) => void,
  ): SetText =>
  (out, text, header) => {
    const value = clean(text)
    const message = itemTextProblem(what, value, max)
    if (message) fail(out, header, value, message)
    else keep(out, value)
  }

const trim = (text: string) => text.trim()
const oneLine = (text: string) => (/[\r\n\t]/.test(text) ? text.replace(/\s*[\r\n\t]\s*/g, " ") : text).trim()
const unixLines = (text: string) => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text)

function textSetter(column: ColumnMapping, mapping: ImportMapping): SetText {
  switch (column.target) {
    case "title":
      return (out, text, header) => {
        if (text.trim() === "") EMPTY.title?.(out, header)
        else setTitle(out, text, header)
      }
    case "description":
      return setDescription
    case "externalKey":
      return setExternalKey
    case "externalId":
      return setExternalId
    case "itemKey":
      return setItemKey
    case "parent":
      return setParent
    case "estimate":
      return setEstimate
    case "dueDate":
      return (out, text, header) => {
        const parsed = parseDate(text, column.dateOrder)
        if (parsed.ok) out.fields.dueDate = parsed.date
        else fail(out, header, text, parsed.message)
      }
    case "quarter":
      return setQuarter
    case "type":
      return wordSetter("type", mapping.types, guessType, ITEM_TYPES, ITEM_TYPE_LABELS, (out, type) => {
        out.fields.type = type
      })
    case "status":
      return wordSetter(
        "status",
        mapping.statuses,
        guessStatus,
        ITEM_STATUSES,
        ITEM_STATUS_LABELS,
        (out, status) => {
          out.fields.status = status
        },
      )
    default:
      return ownerSetter(mapping)
  }
}

const setTitle = checked("The title", ITEM_LIMITS.title, oneLine, (out, text) => {
  out.fields.title = text
})
const setDescription = checked("The description", ITEM_LIMITS.description, unixLines, (out, text) => {
  out.fields.description = text
})
const setExternalKey = checked("The key", ITEM_LIMITS.externalKey, trim, (out, text) => {
  out.externalKey = text || null
})
const setExternalId = checked("The number", ITEM_LIMITS.externalKey, trim, (out, text) => {
  out.externalId = text || null
})
const setItemKey = checked("The key", ITEM_LIMITS.externalKey, trim, (out, text) => {
  out.itemKey = text || null
})
const setParent = checked("The parent", ITEM_LIMITS.externalKey, trim, (out, text) => {
  out.parentRef = text || null
})
const setEstimate: SetText = (out, text, header) => {
  const parsed = parseEstimate(text)
  if (parsed.ok) out.fields.estimate = parsed.value
  else fail(out, header, text, parsed.message)
}

const setQuarter: SetText = (out, text, header) => {
  const quarter = parseQuarter(text)
  if (quarter) out.fields.quarter = quarter
  else fail(out, header, text, `“${text.trim().slice(0, 40)}” is not a quarter. Write it as 2026-Q4`)
}

/** A word of a closed list: by the mapping, else by the guesses, else an error that lists the allowed words. */
function wordSetter<T extends string>(
  what: string,
  map: Readonly<Record<string, T>>,
  guess: (text: string) => T | null,
  values: readonly T[],
  labels: Record<T, string>,
  keep: (out: ConvertedRow, value: T) => void,
): SetText {
  const known = new Map<string, T | null>()
  return (out, text, header) => {
    let value = known.get(text)
    if (value === undefined) {
      const word = normaliseWord(text)
      value = (Object.hasOwn(map, word) ? map[word] : undefined) ?? guess(text)
      if (known.size < 10_000) known.set(text, value)
    }
    if (value) return keep(out, value)
    if (text.trim() === "") return
    const allowed = values.map((one) => labels[one]).join(", ")
    fail(
      out,
      header,
      text,
      `“${text.slice(0, 80)}” is not a known ${what}. Map it, or use one of: ${allowed}`,
    )
  }
}

function ownerSetter({ owners, unguardFormulas }: ImportMapping): SetText {
  return (out, text, header) => {
    const word = normaliseWord(text)
    if (word === "") return EMPTY.owner?.(out, header)
    const id = Object.hasOwn(owners, word) ? owners[word] : undefined
    if (id !== undefined) {
      out.fields.ownerId = id
      return
    }
    const name = customFieldName(header, unguardFormulas)
    convertCustom(out, header, name, text.trim(), false)
    const message = `No member is mapped to “${text.trim().slice(0, 80)}”; the name is kept in the custom field “${name}”`
    out.problems.push(rowProblem("warning", out.row, header, text, message))
  }
}

function labelsReader(unguard: boolean): FieldReader {
  const add = (out: ConvertedRow, header: string, cell: string | readonly string[]) => {
    const labels = new Set(out.fields.labels)
    for (const text of typeof cell === "string" ? [cell] : cell) {
      for (const part of (unguard ? unguardFormula(text) : text).split(LABEL_SEPARATORS)) {
        const label = part.trim()
        if (label === "") continue
        const message = itemTextProblem("A label", label, ITEM_LIMITS.label)
        if (message) return fail(out, header, label, message)
        labels.add(label)
      }
    }
    if (labels.size > ITEM_LIMITS.labels)
      return fail(
        out,
        header,
        [...labels].join(", "),
        `${labels.size} labels; an item has at most ${ITEM_LIMITS.labels}`,
      )
    out.fields.labels = [...labels]
  }
  return {
    read: (out, header, cell) => void add(out, header, cell),
    whenEmpty: (out) => {
      out.fields.labels ??= []
    },
    customName: null,
  }
}
