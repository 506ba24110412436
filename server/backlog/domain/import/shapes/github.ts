import { guessType } from "../guess-values"
import { normaliseWord } from "../mapping"
import type { SourceColumn, SourceRow } from "../source-row"
import type { Shape } from "./shape"

const ADDRESS = /^https?:\/\/[^/]+\/(?:repos\/)?([^/]+\/[^/]+)\/(?:issues|pull)\/(\d+)/
/** Labels that say what kind of work it is; others that a person might read so ("support") stay labels only. */
const KINDS = [
  "bug",
  "enhancement",
  "feature",
  "documentation",
  "epic",
  "chore",
  "spike",
  "refactoring",
  "question",
  "tech debt",
]

/**
 * GitHub issues: a number means little without its repository, "closed" hides what was not planned, and the kind of
 * work stands in the labels. Here the key is owner/repository#number, and state and type are told plainly.
 */
export function githubShape(columns: readonly SourceColumn[]): Shape {
  const named = (...words: string[]) =>
    columns.find(({ name }) => words.includes(normaliseWord(name.replace(/([a-z])([A-Z])/g, "$1 $2"))))?.name
  const number = named("number")
  const address = named("url", "html url", "issue url")
  const state = named("state")
  const reason = named("state reason")
  const labels = named("labels", "label")
  const addsType = labels !== undefined && named("type", "issue type") === undefined

  function row(source: SourceRow): SourceRow {
    const record: Record<string, string | readonly string[]> = { ...source.record }
    const text = (name: string | undefined) => {
      const cell = name === undefined ? undefined : source.record[name]
      return typeof cell === "string" ? cell : cell?.[0]
    }
    const match = ADDRESS.exec(text(address) ?? "")
    if (number !== undefined && match && match[2] === text(number)?.replace(/^#/, ""))
      record[number] = `${match[1]}#${match[2]}`
    const why = normaliseWord(text(reason) ?? "")
    if (
      state !== undefined &&
      normaliseWord(text(state) ?? "") === "closed" &&
      /not planned|duplicate/.test(why)
    )
      record[state] = "Not planned"
    if (addsType) {
      const cell = source.record[labels]
      const all = typeof cell === "string" ? cell.split(/[,;|]/) : (cell ?? [])
      const kind = all.find((label) => KINDS.includes(normaliseWord(label)) && guessType(label) !== null)
      if (kind !== undefined) record.type = kind.trim()
    }
    return { ...source, record }
  }
  return { columns: [...columns, ...(addsType ? [{ name: "type", count: 1 }] : [])], row }
}
