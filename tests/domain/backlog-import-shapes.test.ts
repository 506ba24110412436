import { describe, expect, it } from "vitest"
import { rowConverter } from "@/server/backlog/domain/import/convert-row"
import type { ConvertedRow } from "@/server/backlog/domain/import/converted-row"
import { plainText } from "@/server/backlog/domain/import/shapes/plain-text"
import { MappingSuggester } from "@/server/backlog/domain/import/suggest-mapping"
import { openSource } from "@/server/backlog/internal/open-source"

const ADA = { id: "11111111-1111-7111-8111-111111111111", name: "Ada Kern", email: "ada@example.org" }

async function* bytesOf(text: string) {
  // In small pieces, as a network brings them.
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100)
}

/** A file as the wizard would take it, without a hand put to it. */
async function read(text: string) {
  const pass = async () => openSource(bytesOf(text))
  const first = await pass()
  const suggester = new MappingSuggester(first.columns)
  for await (const row of first.rows) suggester.observe(row)
  const suggestion = suggester.finish([ADA])
  const converter = rowConverter(suggestion.mapping)
  const rows: ConvertedRow[] = []
  for await (const row of (await pass()).rows) rows.push(converter.convert(row))
  const targets = Object.fromEntries(suggestion.mapping.columns.map(({ header, target }) => [header, target]))
  return { ...suggestion, targets, rows, format: first.format }
}

describe("Azure DevOps", () => {
  it("lists work items with people, tags, points and HTML", async () => {
    const file = `ID,Work Item Type,Title,Assigned To,State,Tags,Story Points,Parent,Target Date,Description,Iteration Path
"101","Epic","Feeds arrive on time","Ada Kern <ada@example.org>","Active","feed; quality",,,"12/31/2026 12:00:00 AM","<div>First<br>second &amp; third</div><ul><li>one</li></ul>","Team\\Sprint 1"
"102","User Story","Retry after a refusal","","Resolved","",5,101,,"",""
"103","Bug","Loses the last row","Nobody Here <n@example.org>","Removed","",2.5,101,,"",""
`
    const { origin, targets, rows, unknown } = await read(file)
    expect(origin).toBe("azure_devops")
    expect(targets).toMatchObject({ ID: "externalKey", Parent: "parent", "Iteration Path": "custom" })
    expect(unknown).toEqual({ types: [], statuses: [], owners: ["Nobody Here <n@example.org>"] })
    expect(
      rows.map(({ externalKey, parentRef, fields }) => ({ externalKey, parentRef, ...fields })),
    ).toMatchObject([
      {
        externalKey: "101",
        parentRef: null,
        type: "epic",
        status: "doing",
        ownerId: ADA.id,
        labels: ["feed", "quality"],
        dueDate: "2026-12-31",
        description: "First\nsecond & third\n\n- one",
      },
      { externalKey: "102", parentRef: "101", type: "story", status: "done", estimate: 5 },
      { externalKey: "103", parentRef: "101", type: "debt", status: "dropped", estimate: 2.5 },
    ])
    expect(rows[0]!.custom).toEqual({ "Iteration Path": "Team\\Sprint 1" })
  })

  it("tells a tree by its title columns", async () => {
    const file = `ID,Work Item Type,Title 1,Title 2,Title 3,State
1,Epic,Whole,,,New
2,Feature,,Half,,New
3,User Story,,,Quarter,New
4,Feature,,Other half,,New
5,Epic,Next whole,,,New
`
    const { rows, targets } = await read(file)
    expect(targets).toEqual({
      ID: "externalKey",
      "Work Item Type": "type",
      State: "status",
      Title: "title",
      Parent: "parent",
    })
    expect(rows.map(({ externalKey, parentRef, fields }) => [externalKey, fields.title, parentRef])).toEqual([
      ["1", "Whole", null],
      ["2", "Half", "1"],
      ["3", "Quarter", "2"],
      ["4", "Other half", "1"],
      ["5", "Next whole", null],
    ])
  })

  it("shows HTML as its text", () => {
    expect(plainText("a < b and c > d")).toBe("a < b and c > d")
    expect(plainText("<p>One</p><p>Two&nbsp;&#39;x&#39;</p><script>bad()</script>")).toBe("One\nTwo 'x'")
  })
})

describe("Linear", () => {
  it("lists issues with teams, cycles and parents", async () => {
    const file = `"ID","Team","Title","Description","Status","Estimate","Priority","Project ID","Project","Creator","Assignee","Labels","Cycle Number","Cycle Name","Cycle Start","Cycle End","Created","Updated","Started","Triaged","Completed","Canceled","Archived","Due Date","Parent issue","Initiatives","Project Milestone ID","Project Milestone","SLA Status","UUID"
"DAT-7","Data","Freshness per carrier","Why","In Progress","3","High","p","Promise","bo@example.org","ada@example.org","carrier, freshness","4","Cycle 4","2026-10-01","2026-10-14","2026-09-30T08:00:00.000Z","2026-10-02T08:00:00.000Z","","","","","","2026-12-01","","","","","","u1"
"DAT-8","Data","'=Split by country","","Canceled","","No priority","","","","","","","","","","","","","","","","","","DAT-7","","","","","u2"
`
    const { origin, rows, unknown } = await read(file)
    expect([origin, unknown]).toEqual(["linear", { types: [], statuses: [], owners: [] }])
    expect(
      rows.map(({ externalKey, parentRef, fields }) => ({ externalKey, parentRef, ...fields })),
    ).toMatchObject([
      {
        externalKey: "DAT-7",
        status: "doing",
        estimate: 3,
        ownerId: ADA.id,
        labels: ["carrier", "freshness"],
        dueDate: "2026-12-01",
      },
      {
        externalKey: "DAT-8",
        title: "=Split by country",
        parentRef: "DAT-7",
        status: "dropped",
        estimate: null,
      },
    ])
    expect(rows[0]!.custom).toMatchObject({ Priority: "High", "Cycle Name": "Cycle 4" })
  })

  it("is known by its older and its newer columns", async () => {
    // The columns of the tests of @linear/import; the first exports had none of the last two.
    const columns =
      "Id,Team,Title,Description,Status,Estimate,Priority,Project,Creator,Assignee,Labels,Cycle Number,Cycle Name,Cycle Start,Cycle End,Created,Updated,Started,Completed,Canceled,Archived"
    for (const header of [columns, `${columns},Blocks,Blocked By`]) {
      const { origin, rows } = await read(`${header}\nENG-1,ENG,Auth,,Todo\n`)
      expect([origin, rows[0]!.externalKey, rows[0]!.fields.title]).toEqual(["linear", "ENG-1", "Auth"])
    }
  })
})

describe("GitHub", () => {
  const issue = (more: object) => ({
    number: 12,
    title: "Retry",
    body: "Because",
    state: "OPEN",
    stateReason: "",
    labels: [{ id: "x", name: "bug", color: "f00" }, { name: "carrier" }],
    assignees: [{ login: "ada", name: "Ada Kern" }],
    milestone: { title: "October", dueOn: "2026-10-31T00:00:00Z" },
    url: "https://github.com/northmark/feeds/issues/12",
    ...more,
  })

  it("lists issues as gh writes them in JSON", async () => {
    const list = [
      issue({}),
      issue({
        number: 13,
        title: "Never",
        state: "CLOSED",
        stateReason: "NOT_PLANNED",
        labels: [],
        assignees: [],
        milestone: null,
        url: "https://github.com/northmark/feeds/issues/13",
      }),
      issue({
        number: 14,
        title: "Finished",
        state: "CLOSED",
        stateReason: "COMPLETED",
        labels: [{ name: "enhancement" }],
      }),
    ]
    const { origin, format, rows, targets } = await read(JSON.stringify(list, null, 1))
    expect([origin, format]).toEqual(["github", "json"])
    expect(targets).toMatchObject({ number: "externalKey", milestone: "custom" })
    expect(
      rows.map(({ externalKey, fields }) => [externalKey, fields.status, fields.type, fields.labels]),
    ).toEqual([
      ["northmark/feeds#12", "idea", "debt", ["bug", "carrier"]],
      ["northmark/feeds#13", "dropped", undefined, []],
      ["14", "done", "story", ["enhancement"]],
    ])
    expect(rows[0]).toMatchObject({
      fields: { ownerId: ADA.id, description: "Because" },
      custom: { milestone: "October" },
    })
  })

  it("lists issues in CSV", async () => {
    const file = `number,title,state,labels,assignee,url\n3,One,open,"bug,late",ada,https://github.com/a/b/issues/3\n`
    const { origin, rows } = await read(file)
    expect(origin).toBe("github")
    expect(rows[0]).toMatchObject({ externalKey: "a/b#3", fields: { type: "debt", labels: ["bug", "late"] } })
  })
})

describe("a Trello board", () => {
  const board = {
    name: "Team",
    lists: [
      { id: "l1", name: "To do", closed: false },
      { id: "l2", name: "Doing", closed: false },
    ],
    members: [
      { id: "m1", fullName: "Ada Kern", username: "ada" },
      { id: "m2", fullName: "Bo" },
    ],
    labels: [],
    checklists: [
      {
        id: "c1",
        name: "Steps",
        checkItems: [
          { name: "One", state: "complete" },
          { name: "Two", state: "incomplete" },
        ],
      },
    ],
    customFields: [
      { id: "f1", name: "Story points", type: "number" },
      { id: "f2", name: "Risk", type: "list", options: [{ id: "o1", value: { text: "High" } }] },
    ],
    actions: [{ type: "createCard", data: {} }],
    cards: [
      {
        id: "x1",
        shortLink: "AbC1",
        name: "First card",
        desc: "Text",
        idList: "l2",
        due: "2026-11-30T17:00:00.000Z",
        labels: [{ name: "feed" }, { name: "", color: "red" }],
        idMembers: ["m1", "m2"],
        idChecklists: ["c1"],
        shortUrl: "https://trello.com/c/AbC1",
        customFieldItems: [
          { idCustomField: "f1", value: { number: "8" } },
          { idCustomField: "f2", idValue: "o1", value: null },
        ],
      },
      { id: "x2", shortLink: "AbC2", name: "Old card", idList: "l1", closed: true, due: null },
    ],
  }

  it("becomes its cards: lists as status, checklists as tasks, custom fields by name", async () => {
    const { origin, rows, unknown, targets } = await read(JSON.stringify(board))
    expect([origin, unknown]).toEqual(["trello", { types: [], statuses: [], owners: [] }])
    expect(targets).toMatchObject({
      Key: "externalKey",
      List: "status",
      "Story points": "estimate",
      Risk: "custom",
    })
    expect(rows).toMatchObject([
      {
        externalKey: "AbC1",
        fields: {
          title: "First card",
          description: "Text\n\n**Steps**\n\n- [x] One\n- [ ] Two",
          status: "doing",
          ownerId: ADA.id,
          labels: ["feed", "red"],
          dueDate: "2026-11-30",
          estimate: 8,
        },
        custom: { Risk: "High", "Other members": "Bo", "Trello link": "https://trello.com/c/AbC1" },
      },
      { externalKey: "AbC2", fields: { title: "Old card", status: "dropped" } },
    ])
  })
})

describe("other JSON", () => {
  it("is read as a list of objects, also inside an object", async () => {
    const list = {
      issues: [
        { key: "A-1", title: "One", status: "Done", team: { size: 3 } },
        { key: "A-2", title: "Two" },
      ],
    }
    const { origin, rows } = await read(`\uFEFF ${JSON.stringify(list)}`)
    expect(origin).toBe("unknown")
    expect(rows).toMatchObject([
      { row: 2, externalKey: "A-1", fields: { status: "done" }, custom: { "team.size": "3" } },
      { row: 3, externalKey: "A-2" },
    ])
  })

  it.each([
    ['{"a": 1}', "holds no list"],
    ["[{]", "cannot be read"],
    ['[{"a":', "cannot be read"],
    ['{"issues": []}', "no items"],
    ['{"cards": [{}], "lists": []}', "Trello board cannot be read"],
  ])("%s is refused with what to do", async (text, message) => {
    await expect(read(text)).rejects.toThrow(message)
  })

  it("does not take a CSV file that begins with a bracket for JSON", async () => {
    const { format, rows } = await read("[key],title\nA,One\n")
    expect([format, rows.length]).toEqual(["csv", 1])
  })
})
