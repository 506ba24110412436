import { createReadStream, existsSync } from "node:fs"
import { beforeAll, describe, expect, it } from "vitest"
import { rowConverter } from "@/server/backlog/domain/import/convert-row"
import { type ConvertedRow, isImportable } from "@/server/backlog/domain/import/converted-row"
import { diffRow, type ItemSnapshot } from "@/server/backlog/domain/import/diff-row"
import { importMappingSchema } from "@/server/backlog/domain/import/mapping"
import { RowKeys } from "@/server/backlog/domain/import/row-keys"
import type { SourceRow } from "@/server/backlog/domain/import/source-row"
import { MappingSuggester, type MappingSuggestion } from "@/server/backlog/domain/import/suggest-mapping"
import { openCsv } from "@/server/backlog/internal/read-rows"

const FILES = [
  { name: "talenddataquality", rows: 1381, key: "TDQ-249" },
  { name: "springxd", rows: 3526, key: "XD-1" },
]

describe.each(FILES)("the real backlog file $name", ({ name, rows: expected, key }) => {
  const path = new URL(`../../../shared/data/backlog/${name}.csv`, import.meta.url).pathname
  const there = existsSync(path)
  const say = (what: string) => (there ? what : `${what} (SKIPPED: ${path} is not on this machine)`)
  let rows: SourceRow[] = []
  let suggestion: MappingSuggestion
  let converted: ConvertedRow[] = []
  let customNames: readonly string[] = []

  beforeAll(async () => {
    if (!there) return
    const csv = await openCsv(createReadStream(path))
    expect(csv).toMatchObject({ encoding: { encoding: "utf-8", bom: false, certain: true }, separator: "," })
    const suggester = new MappingSuggester(csv.columns)
    rows = []
    for await (const row of csv.rows) {
      rows.push(row)
      suggester.observe(row)
    }
    suggestion = suggester.finish([])
    const converter = rowConverter(importMappingSchema.parse(suggestion.mapping))
    converted = rows.map(converter.convert)
    customNames = converter.customNames
  })

  it.skipIf(!there)(say("is mapped without help; split_mark is an unknown column"), () => {
    expect(suggestion.origin).toBe("story_points")
    expect(suggestion.mapping.columns.map(({ header, target }) => [header, target])).toEqual([
      ["issuekey", "externalKey"],
      ["title", "title"],
      ["description", "description"],
      ["storypoint", "estimate"],
      ["split_mark", "custom"],
    ])
  })

  it.skipIf(!there)(say("converts every row without a problem"), () => {
    expect(rows).toHaveLength(expected)
    expect(converted.flatMap((row) => row.problems)).toEqual([])
    expect(converted[0]).toMatchObject({ row: 2, line: 2, externalKey: key, custom: { split_mark: "train" } })
    expect(converted.every((row) => typeof row.fields.estimate === "number")).toBe(true)
    const keys = new RowKeys()
    expect(converted.map((row) => keys.add(row)).filter((problem) => problem !== null)).toEqual([])
  })

  it.skipIf(!there)(say("a second import of the same file changes nothing"), () => {
    const context = { defaults: suggestion.mapping.defaults, customNames, parentId: undefined }
    const items = new Map<string, ItemSnapshot>()
    for (const row of converted) {
      const outcome = diffRow(row, null, context)
      if (outcome.kind === "create" && isImportable(row)) items.set(row.externalKey!, outcome.item)
    }
    expect(items.size).toBe(expected)
    const again = converted.map((row) => diffRow(row, items.get(row.externalKey!) ?? null, context).kind)
    expect(new Set(again)).toEqual(new Set(["unchanged"]))
  })
})
