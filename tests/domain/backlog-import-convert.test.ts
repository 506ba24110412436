import { describe, expect, it } from "vitest"
import { rowConverter } from "@/server/backlog/domain/import/convert-row"
import { type ConvertedRow, isImportable } from "@/server/backlog/domain/import/converted-row"
import { diffRow, type ItemSnapshot } from "@/server/backlog/domain/import/diff-row"
import { type ColumnTarget, importMappingSchema } from "@/server/backlog/domain/import/mapping"
import { RowKeys } from "@/server/backlog/domain/import/row-keys"
import { describeProblem } from "@/server/backlog/domain/import/row-problem"
import type { SourceRecord, SourceRow } from "@/server/backlog/domain/import/source-row"
import { MappingSuggester } from "@/server/backlog/domain/import/suggest-mapping"
import { openCsv } from "@/server/backlog/internal/read-rows"

const COLUMNS: Record<string, ColumnTarget> = {
  Key: "externalKey",
  Title: "title",
  Text: "description",
  Type: "type",
  Status: "status",
  Owner: "owner",
  Labels: "labels",
  Points: "estimate",
  Due: "dueDate",
  Parent: "parent",
  Team: "custom",
  Junk: "ignore",
}
const MEMBER = "018f4a3e-7c3a-7000-8000-000000000001"
const mapping = (change: object = {}, columns = COLUMNS) =>
  importMappingSchema.parse({
    columns: Object.entries(columns).map(([header, target]) => ({ header, target })),
    owners: { "priya raman": MEMBER },
    ...change,
  })
const convert = (record: SourceRecord, change: object = {}) =>
  rowConverter(mapping(change)).convert({ row: 7, line: 9, record, extraCells: 0 })
const messages = (row: ConvertedRow) => row.problems.map(describeProblem)

describe("converting a row", () => {
  it("fills every field", () => {
    const row = convert({
      Key: " TDQ-1 ",
      Title: " Fix \n the  thing ",
      Text: "one\r\ntwo",
      Type: "User Story",
      Status: "In Progress",
      Owner: "Priya Raman",
      Labels: ["gps", "late, north", "gps"],
      Points: "0,5",
      Due: "12/Mar/24 9:41 AM",
      Parent: "TDQ-0",
      Team: ["A", "B"],
      Junk: "x",
    })
    expect(row).toEqual({
      row: 7,
      line: 9,
      externalKey: "TDQ-1",
      externalId: null,
      itemKey: null,
      parentRef: "TDQ-0",
      fields: {
        title: "Fix the  thing",
        description: "one\ntwo",
        type: "story",
        status: "doing",
        ownerId: MEMBER,
        labels: ["gps", "late", "north"],
        estimate: 0.5,
        dueDate: "2024-03-12",
      },
      custom: { Team: "A\nB" },
      problems: [],
    })
  })

  it("an empty cell empties the field, but not type and status", () => {
    const row = convert({ Title: "A" })
    expect(row.fields).toEqual({
      title: "A",
      description: "",
      ownerId: null,
      labels: [],
      estimate: null,
      dueDate: null,
    })
    expect(row.parentRef).toBeNull()
  })

  it("a column that is not in the file leaves its field alone", () => {
    const { fields, parentRef } = rowConverter(mapping({}, { Title: "title" })).convert({
      row: 2,
      line: 2,
      record: { Title: "A" },
      extraCells: 0,
    })
    expect(fields).toEqual({ title: "A" })
    expect(parentRef).toBeUndefined()
  })

  it("an unknown status is an error naming row, column, value and the allowed words, unless mapped", () => {
    const row = convert({ Title: "A", Status: "Parking lot" })
    expect(isImportable(row)).toBe(false)
    expect(row.problems).toMatchObject([
      { row: 7, column: "Status", value: "Parking lot", severity: "error" },
    ])
    expect(messages(row)[0]).toBe(
      "Row 7, column “Status”: “Parking lot” is not a known status. Map it, or use one of: Idea, Refine, Ready, Doing, Review, Done, Dropped.",
    )
    expect(
      convert({ Title: "A", Status: "Parking-Lot" }, { statuses: { "parking lot": "dropped" } }).fields
        .status,
    ).toBe("dropped")
    expect(convert({ Title: "A", Status: "constructor" }).problems).toHaveLength(1)
  })

  it("dates in three formats in one column, and one nobody can read", () => {
    const days = ["2026-03-04", "21.06.2025", "6/21/2025 16:14", "3/4/2025", "soon"].map((Due) =>
      convert({ Title: "A", Due }),
    )
    expect(days.map((row) => row.fields.dueDate)).toEqual([
      "2026-03-04",
      "2025-06-21",
      "2025-06-21",
      undefined,
      undefined,
    ])
    expect(days.map((row) => messages(row)[0])).toEqual([
      undefined,
      undefined,
      undefined,
      expect.stringContaining("could be day or month first"),
      "Row 7, column “Due”: “soon” is not a date. Write it as YYYY-MM-DD.",
    ])
  })

  it.each<[SourceRecord, RegExp]>([
    [{ Key: "1" }, /column “Title”: The title is empty/],
    [{ Title: "x".repeat(301) }, /301 characters; at most 300/],
    [{ Title: "A", Points: "-3" }, /below zero/],
    [{ Title: "A", Points: "many" }, /not a number/],
    [{ Title: "A", Text: "x".repeat(100_001) }, /at most 100,000/],
    [{ Title: "A", Text: "a\0b" }, /NUL/],
    [{ Title: "A", Labels: Array.from({ length: 21 }, (_, n) => `l${n}`) }, /at most 20/],
    [{ Title: "A", Labels: "x".repeat(51) }, /A label has 51/],
    [{ Title: "A", Key: "x".repeat(201) }, /The key has 201/],
    [{ Title: "A", Team: "x".repeat(100_001) }, /at most 100,000/],
    [
      {
        Title: "A",
        ...Object.fromEntries(Array.from({ length: 103 }, (_, n) => [`column ${n + 20}`, ["x"]])),
      },
      /More than 100 unknown/,
    ],
  ])("refuses what an item may not be (%#)", (record, message) => {
    const row = convert(record)
    expect(row.problems).toHaveLength(1)
    expect(isImportable(row)).toBe(false)
    expect(messages(row)[0]).toMatch(message)
  })

  it("an unknown person is kept as a custom field, with a warning", () => {
    const row = convert({ Title: "A", Owner: "Jo Doe" })
    expect(row.custom).toEqual({ Owner: "Jo Doe" })
    expect(row.fields.ownerId).toBeUndefined()
    expect(isImportable(row)).toBe(true)
    expect(messages(row)[0]).toContain("No member is mapped to “Jo Doe”")
  })

  it("extra cells are kept and told", () => {
    const row = rowConverter(mapping()).convert({
      row: 2,
      line: 2,
      record: { Title: "A", "column 13": ["x"] },
      extraCells: 1,
    })
    expect(row.custom).toEqual({ "column 13": "x" })
    expect(row.problems).toMatchObject([
      { severity: "warning", message: expect.stringContaining("1 cell beyond the header") },
    ])
  })
})

describe("comparing with what is there", () => {
  const existing: ItemSnapshot = {
    title: "A",
    description: "",
    type: "debt",
    status: "doing",
    ownerId: null,
    labels: ["a", "b"],
    estimate: 3,
    dueDate: null,
    quarter: null,
    parentId: null,
    custom: { Team: "North", Other: "kept" },
  }
  const context = {
    defaults: mapping().defaults,
    customNames: rowConverter(mapping()).customNames,
    parentId: undefined,
  }
  const outcome = (record: SourceRecord, item: ItemSnapshot | null = existing) =>
    diffRow(convert(record), item, context)

  it("creates with the defaults", () => {
    expect(outcome({ Title: "New" }, null)).toMatchObject({
      kind: "create",
      item: { title: "New", type: "story", status: "idea", custom: {} },
    })
  })

  it("says which fields change, from what to what", () => {
    expect(outcome({ Title: "B", Labels: ["b", "a"], Points: "3", Team: "South" })).toEqual({
      kind: "update",
      patch: { title: "B", custom: { Team: "South", Other: "kept" } },
      changes: [
        { field: "title", from: "A", to: "B" },
        { field: "custom: Team", from: "North", to: "South" },
      ],
    })
  })

  it("an emptied cell takes the value away; a type that is not named stays", () => {
    expect(outcome({ Title: "A", Labels: "a,b" })).toMatchObject({
      patch: { estimate: null, custom: { Other: "kept" } },
      changes: [{ field: "estimate" }, { field: "custom: Team", to: null }],
    })
  })

  it("nothing different is unchanged", () => {
    expect(outcome({ Title: "A", Labels: "b;a", Points: "3.0", Team: "North" })).toEqual({
      kind: "unchanged",
    })
    expect(
      diffRow(convert({ Title: "A", Labels: "a,b", Points: "3", Team: "North" }), existing, {
        ...context,
        parentId: "p",
      }),
    ).toMatchObject({
      changes: [{ field: "parentId", from: null, to: "p" }],
    })
  })
})

describe("keys and parents of a file", () => {
  const keyed = (
    row: number,
    externalKey: string | null,
    parentRef: string | null = null,
    externalId: string | null = null,
  ) => ({
    row,
    externalKey,
    externalId,
    itemKey: null,
    parentRef,
  })

  it("a key used twice is an error at the second row", () => {
    const keys = new RowKeys()
    expect(keys.add(keyed(2, "A"))).toBeNull()
    expect(keys.add(keyed(3, null))).toBeNull()
    expect(keys.add(keyed(4, "A"))?.message).toBe(
      "The key A is already used by row 2. Keep one of the two rows",
    )
  })

  it("finds parents by key, by Jira's id, or leaves them to be looked up", () => {
    const keys = new RowKeys()
    for (const row of [
      keyed(2, "A", "B"),
      keyed(3, "B", "10001"),
      keyed(4, "C", null, "10001"),
      keyed(5, "D", "OLD-1"),
    ])
      keys.add(row)
    const { parents, problems } = keys.resolveParents()
    expect(problems).toEqual([])
    expect([...parents]).toEqual([
      [2, { parentRow: 3, parentRef: null }],
      [3, { parentRow: 4, parentRef: null }],
      [5, { parentRow: null, parentRef: "OLD-1" }],
    ])
  })

  it("reports every row on a cycle, not those that lead into it", () => {
    const keys = new RowKeys()
    for (const row of [keyed(2, "A", "B"), keyed(3, "B", "C"), keyed(4, "C", "B"), keyed(5, "D", "D")])
      keys.add(row)
    expect(keys.resolveParents().problems.map(describeProblem)).toEqual([
      "Row 3: The row would be its own ancestor: row 3 → row 4 → row 3. Correct the parent.",
      "Row 4: The row would be its own ancestor: row 4 → row 3 → row 4. Correct the parent.",
      "Row 5: The row would be its own ancestor: row 5 → row 5. Correct the parent.",
    ])
  })
})

describe("a Jira export with all fields", () => {
  const JIRA = [
    "Summary;Issue key;Issue id;Parent id;Issue Type;Status;Assignee;Labels;Labels;Sprint;Sprint;Component/s;Due Date;Custom field (Story Points);Custom field (Team);Description",
    'Promise by carrier;FUL-1;10001;;Epic;In Progress;priya;gps;late;S 1;S 2;Core;6/21/2025 16:14;;North;"first line\r\n""second"" line; h2. wiki"',
    "Poll backs off;FUL-2;10002;10001;Bug;Won't Do;gone.person;;;S 2;;;3/4/2025 0:00;3.0;;;;",
    "One more;FUL-3;10003;;Story;Parking lot;;gps;;;;;;;;;;extra",
  ]

  it("is understood without help, apart from the status nobody knows", async () => {
    const bytes = Buffer.from(`\uFEFF${JIRA.join("\r\n")}\r\n`)
    const csv = await openCsv(
      (async function* () {
        yield bytes
      })(),
    )
    const suggester = new MappingSuggester(csv.columns)
    const rows: SourceRow[] = []
    for await (const row of csv.rows) {
      rows.push(row)
      suggester.observe(row)
    }
    const { origin, mapping, unknown, dates } = suggester.finish([
      { id: MEMBER, name: "Priya Raman", email: "priya@northmark.example" },
    ])
    expect([csv.separator, csv.encoding.bom, origin]).toEqual([";", true, "jira"])
    expect(unknown).toEqual({ types: [], statuses: ["Parking lot"], owners: ["gone.person"] })
    expect(dates).toEqual([{ header: "Due Date", order: "month_first", ambiguous: 1, conflict: false }])
    const converted = rows.map(rowConverter(importMappingSchema.parse(mapping)).convert)
    expect(converted[0]).toMatchObject({
      externalKey: "FUL-1",
      fields: {
        type: "epic",
        status: "doing",
        ownerId: MEMBER,
        labels: ["gps", "late"],
        dueDate: "2025-06-21",
        estimate: null,
      },
      custom: { Sprint: "S 1\nS 2", "Component/s": "Core", Team: "North" },
      problems: [],
    })
    expect(converted[0]?.fields.description).toBe('first line\n"second" line; h2. wiki')
    expect(converted[1]).toMatchObject({
      fields: { type: "debt", status: "dropped", dueDate: "2025-03-04", estimate: 3 },
      custom: { Assignee: "gone.person" },
    })
    expect(converted[2]?.custom).toEqual({ "column 18": "extra" })
    expect(converted.map(isImportable)).toEqual([true, true, false])
    const keys = new RowKeys()
    for (const row of converted) keys.add(row)
    expect(keys.resolveParents().parents.get(3)).toEqual({ parentRow: 2, parentRef: null })
  })
})
