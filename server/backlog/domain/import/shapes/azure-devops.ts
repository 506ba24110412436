import { normaliseWord } from "../mapping"
import type { SourceColumn, SourceRow } from "../source-row"
import { plainText } from "./plain-text"
import type { Shape } from "./shape"

const LEVEL = /^Title (\d+)$/i
const RICH = ["description", "acceptance criteria", "repro steps"]

/**
 * Azure DevOps: a tree of work items spreads the title over "Title 1", "Title 2", …, one column per level, and says by
 * indentation alone who is whose parent; descriptions are HTML. Here they become one title, a parent and text.
 */
export function azureDevOpsShape(columns: readonly SourceColumn[]): Shape {
  const levels = columns
    .map(({ name }) => ({ name, level: Number(LEVEL.exec(name)?.[1] ?? 0) }))
    .filter(({ level }) => level > 0)
    .sort((a, b) => a.level - b.level)
  const rich = columns.map(({ name }) => name).filter((name) => RICH.includes(normaliseWord(name)))
  const idName = columns.find(({ name }) => normaliseWord(name) === "id")?.name
  const isTree = levels.length > 0 && !columns.some(({ name }) => name === "Title")
  const addsParent =
    isTree && idName !== undefined && !columns.some(({ name }) => normaliseWord(name) === "parent")
  /** The id of the last row of each level. */
  const path: (string | undefined)[] = []

  function row(source: SourceRow): SourceRow {
    const record: Record<string, string | readonly string[]> = { ...source.record }
    for (const name of rich) {
      const cell = record[name]
      if (typeof cell === "string") record[name] = plainText(cell)
    }
    if (!isTree) return { ...source, record }
    const found = levels.find(({ name }) => record[name] !== undefined)
    for (const { name } of levels) delete record[name]
    if (!found) return { ...source, record }
    record.Title = source.record[found.name]!
    const id = idName === undefined ? undefined : source.record[idName]
    path.length = found.level
    path[found.level] = typeof id === "string" ? id : undefined
    const above = path.slice(0, found.level).findLast((one) => one !== undefined)
    if (addsParent && above !== undefined) record.Parent = above
    return { ...source, record }
  }
  if (!isTree) return { columns: [...columns], row }
  const kept = columns.filter(({ name }) => !LEVEL.test(name))
  const added = [{ name: "Title", count: 1 }, ...(addsParent ? [{ name: "Parent", count: 1 }] : [])]
  return { columns: [...kept, ...added], row }
}
