import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { guardFormula, unguardFormula } from "@/server/backlog/domain/export-cell"
import {
  ALL_EXPORT_FIELDS,
  type ExportItem,
  exportColumns,
  isOwnExport,
} from "@/server/backlog/domain/export-columns"
import { csvHeader, csvItem, EXPORT_BOM } from "@/server/backlog/domain/export-csv"
import { jsonItem } from "@/server/backlog/domain/export-json"
import { xlsxItem } from "@/server/backlog/domain/export-xlsx"
import { rowConverter } from "@/server/backlog/domain/import/convert-row"
import { diffRow } from "@/server/backlog/domain/import/diff-row"
import { importMappingSchema } from "@/server/backlog/domain/import/mapping"
import type { SourceRow } from "@/server/backlog/domain/import/source-row"
import { MappingSuggester } from "@/server/backlog/domain/import/suggest-mapping"
import { COLUMN_FIELDS } from "@/server/backlog/domain/item-fields"
import { openCsv } from "@/server/backlog/internal/read-rows"

describe("formula guard", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])("guards %j", (text) => {
    expect(guardFormula(text)).toBe(`'${text}`)
    expect(unguardFormula(guardFormula(text))).toBe(text)
  })

  it("leaves ordinary text alone, also with an apostrophe", () => {
    for (const text of ["", "a=b", "'quoted'", "it's", "1-2"]) {
      expect(guardFormula(text)).toBe(text)
      expect(unguardFormula(text)).toBe(text)
    }
    expect(guardFormula("'=1")).toBe("''=1")
  })

  it("is exact for every text, and nothing guarded starts dangerously", () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^'{0,3}[=+\-@\t\r\n]?.{0,5}$/))
    fc.assert(
      fc.property(text, (value) => {
        expect(unguardFormula(guardFormula(value))).toBe(value)
        expect(guardFormula(value)).not.toMatch(/^[=+\-@\t\r\n]/)
      }),
    )
  })
})

const owner = {
  id: "018f4a3e-7c3a-7000-8000-000000000001",
  name: "Priya Raman",
  email: "priya@northmark.example",
}
const text = (max: number) =>
  fc.string({ unit: "grapheme", maxLength: max }).map((value) => value.replace(/[\0\r]/g, ""))
const line = text(40).map((value) => value.replace(/\s+/g, " ").trim())
const exported: fc.Arbitrary<ExportItem> = fc.record({
  key: fc.nat(999).map((n) => `FUL-${n}`),
  externalKey: fc.constantFrom(null, "TDQ-1", "=TDQ-2"),
  title: fc
    .oneof(line, fc.constantFrom('=HYPERLINK("x")', "-5 degrees", "'=1"))
    .filter((value) => value !== ""),
  type: fc.constantFrom("question", "incident_follow_up"),
  status: fc.constantFrom("idea", "dropped"),
  ownerEmail: fc.constantFrom(null, owner.email),
  labels: fc.uniqueArray(fc.constantFrom("gps", "-late", "@home"), { maxLength: 3 }),
  estimate: fc.constantFrom(null, 0, 0.5, 13),
  dueDate: fc.constantFrom(null, "2026-10-13"),
  quarter: fc.constantFrom(null, "2026-Q4"),
  parentKey: fc.constantFrom(null, "FUL-1000"),
  description: text(80).filter((value) => value === "" || value.trim() !== ""),
  productName: fc.constantFrom(null, "Delivery promise"),
  domainName: fc.constantFrom(null, "Fulfilment"),
  creatorName: fc.constantFrom(null, "Priya Raman"),
  createdAt: fc.constant("2026-10-13T07:40:00.000Z"),
  updatedAt: fc.constant("2026-10-13T07:40:00.000Z"),
  statusChangedAt: fc.constant("2026-10-13T07:40:00.000Z"),
  archivedAt: fc.constant(null),
  custom: fc.dictionary(
    fc.constantFrom("Title", "Created", "=x", "Sprint", " spaced ", "a, “b” (c)"),
    line.filter((value) => value !== ""),
  ),
})

async function importOf(csv: string) {
  const opened = await openCsv(
    (async function* () {
      yield Buffer.from(csv)
    })(),
  )
  const rows: SourceRow[] = []
  const suggester = new MappingSuggester(opened.columns)
  for await (const row of opened.rows) {
    rows.push(row)
    suggester.observe(row)
  }
  const { origin, mapping } = suggester.finish([owner])
  const converter = rowConverter(importMappingSchema.parse(mapping))
  return { origin, mapping, converter, converted: rows.map(converter.convert) }
}

describe("our own export", () => {
  it("imports again without a change, whatever the texts and the columns of the view are", async () => {
    const fields = fc.oneof(fc.constant(ALL_EXPORT_FIELDS), fc.shuffledSubarray([...COLUMN_FIELDS]))
    await fc.assert(
      fc.asyncProperty(exported, fields, async (item, chosen) => {
        const columns = exportColumns(chosen, Object.keys(item.custom))
        const { origin, mapping, converter, converted } = await importOf(
          EXPORT_BOM + csvHeader(columns) + csvItem(item, columns),
        )
        expect(origin).toBe("plumbline")
        const [row] = converted
        expect(row).toMatchObject({
          itemKey: item.key,
          externalKey: columns.some(({ field }) => field === "external_key") ? item.externalKey : null,
          parentRef: columns.some(({ field }) => field === "parent") ? item.parentKey : undefined,
          problems: [],
        })
        const existing = { ...item, ownerId: item.ownerEmail ? owner.id : null, parentId: null }
        const context = {
          defaults: mapping.defaults,
          customNames: converter.customNames,
          parentId: undefined,
        }
        expect(diffRow(row!, existing, context)).toEqual({ kind: "unchanged" })
      }),
      { numRuns: 60 },
    )
  })

  it("is recognised by its first columns only, also as it was written before", () => {
    expect(isOwnExport(["Key", "Title"])).toBe(false)
    expect(isOwnExport(["Plumbline key", "Title"])).toBe(true)
    const former =
      "Key,External key,Title,Type,Status,Owner e-mail,Labels,Estimate,Due date,Parent,Description"
    expect(isOwnExport(former.split(","))).toBe(true)
  })

  it("keeps numbers, days and lists as such in JSON and in a workbook", () => {
    const [item] = fc.sample(exported, 1)
    const full = {
      ...item!,
      title: "=1+1",
      labels: ["a", "b"],
      estimate: 2.5,
      dueDate: "2026-10-13",
      custom: { Team: "North" },
    }
    const columns = exportColumns(["labels", "estimate", "due", "custom.Team", "custom.Other"])
    expect(JSON.parse(jsonItem(full, columns))).toEqual({
      key: full.key,
      title: "=1+1",
      labels: ["a", "b"],
      estimate: 2.5,
      due: "2026-10-13",
      custom: { Team: "North" },
    })
    const [key, title, labels, estimate, due, team, other] = xlsxItem(full, columns)
    expect(key).toMatchObject({ type: String })
    expect(title).toEqual({ value: "=1+1", type: String })
    expect(labels).toEqual({ value: "a, b", type: String })
    expect(estimate).toEqual({ value: 2.5, type: Number })
    expect(due).toMatchObject({ value: new Date("2026-10-13T00:00:00Z"), type: Date })
    expect([team, other]).toEqual([{ value: "North", type: String }, null])
  })
})
