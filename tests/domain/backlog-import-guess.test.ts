import { describe, expect, it } from "vitest"
import { detectSeparator } from "@/server/backlog/domain/import/detect-separator"
import { guessColumns } from "@/server/backlog/domain/import/guess-columns"
import { guessOwner, guessStatus, guessType, guessWords } from "@/server/backlog/domain/import/guess-values"
import { importMappingSchema, normaliseWord } from "@/server/backlog/domain/import/mapping"

const guess = (...headers: string[]) => {
  const { origin, columns } = guessColumns(headers.map((name) => ({ name, count: 1 })))
  return { origin, targets: Object.fromEntries(columns.map(({ header, target }) => [header, target])) }
}

describe("separator", () => {
  it.each([
    ["a,b,c\n1,2,3\n", ","],
    ["a;b;c\r\n1,5;2;3\r\n", ";"],
    ["a\tb\n1\t2\n", "\t"],
    ["a|b|c\n1|2|3", "|"],
    ['key;title\n1;"one, two, three"\n2;"a, b"\n', ";"],
    ['a,b\n1,"x;y;z\n;;;;\n;;;"\n2,"u;v"\n', ","],
    ["title\nplain\n", ","],
    ["", ","],
    ['"a""b";c\n1;2\n', ";"],
    ["a;b\n1;2;;;\n3;4;;\n", ";"],
  ])("of %j is %j", (sample, separator) => {
    expect(detectSeparator(sample)).toBe(separator)
  })
})

describe("columns", () => {
  it("knows a Jira export; Parent is used where Issue id can resolve it", () => {
    const { origin, targets } = guess(
      "Summary",
      "Issue key",
      "Issue id",
      "Parent id",
      "Issue Type",
      "Status",
      "Assignee",
      "Reporter",
      "Created",
      "Due Date",
      "Labels",
      "Sprint",
      "Component/s",
      "Custom field (Story Points)",
      "Description",
    )
    expect(origin).toBe("jira")
    expect(targets).toEqual({
      Summary: "title",
      "Issue key": "externalKey",
      "Issue id": "externalId",
      "Parent id": "parent",
      "Issue Type": "type",
      Status: "status",
      Assignee: "owner",
      Reporter: "custom",
      Created: "custom",
      "Due Date": "dueDate",
      Labels: "labels",
      Sprint: "custom",
      "Component/s": "custom",
      "Custom field (Story Points)": "estimate",
      Description: "description",
    })
    expect(guess("Issue key", "Summary", "Parent id").targets["Parent id"]).toBe("custom")
    expect(guess("Issue key", "Summary", "Parent", "Parent key").targets).toMatchObject({
      "Parent key": "parent",
      Parent: "custom",
    })
  })

  it("knows the others", () => {
    expect(
      guess("ID", "Work Item Type", "Title", "Assigned To", "State", "Tags", "Effort", "Parent"),
    ).toMatchObject({
      origin: "azure_devops",
      targets: {
        ID: "externalKey",
        "Work Item Type": "type",
        State: "status",
        Tags: "labels",
        Effort: "estimate",
      },
    })
    expect(
      guess(
        "ID",
        "Team",
        "Title",
        "Description",
        "Status",
        "Estimate",
        "Cycle Name",
        "Labels",
        "Due Date",
        "Parent issue",
      ),
    ).toMatchObject({
      origin: "linear",
      targets: { ID: "externalKey", "Parent issue": "parent" },
    })
    expect(guess("number", "title", "body", "state", "labels", "assignees")).toMatchObject({
      origin: "github",
      targets: { number: "externalKey", body: "description", state: "status", assignees: "owner" },
    })
    expect(guess("issuekey", "title", "description", "storypoint", "split_mark")).toMatchObject({
      origin: "story_points",
      targets: { issuekey: "externalKey", storypoint: "estimate", split_mark: "custom" },
    })
    expect(guess("foo", "bar")).toEqual({ origin: "unknown", targets: { foo: "custom", bar: "custom" } })
  })

  it("gives each target one column, the better name first", () => {
    expect(guess("Name", "Summary", "Title").targets).toEqual({
      Name: "custom",
      Summary: "custom",
      Title: "title",
    })
    expect(guess("Labels", "Tags").targets).toEqual({ Labels: "labels", Tags: "labels" })
  })
})

describe("words", () => {
  it("knows Jira's statuses and issue types", () => {
    const statuses = [
      "To Do",
      "In Progress",
      "In Review",
      "Done",
      "Closed",
      "Resolved",
      "Won't Do",
      "Backlog",
      "Selected for Development",
      "IN-PROGRESS",
    ]
    expect(statuses.map(guessStatus)).toEqual([
      "ready",
      "doing",
      "review",
      "done",
      "done",
      "done",
      "dropped",
      "idea",
      "ready",
      "doing",
    ])
    const types = [
      "Story",
      "Bug",
      "Task",
      "Epic",
      "Sub-task",
      "Spike",
      "Incident",
      "New Feature",
      "Technical Debt",
      "Incident follow-up",
    ]
    expect(types.map(guessType)).toEqual([
      "story",
      "debt",
      "story",
      "epic",
      "story",
      "question",
      "incident_follow_up",
      "story",
      "debt",
      "incident_follow_up",
    ])
    expect(guessStatus("Parking lot")).toBeNull()
    expect(guessType("")).toBeNull()
  })

  it("finds members by e-mail, name or local part, and only when one fits", () => {
    const members = [
      { id: "1", name: "Ines Moreau", email: "ines@northmark.example" },
      { id: "2", name: "Priya Raman", email: "priya.raman@northmark.example" },
      { id: "3", name: "Priya Raman", email: "pr2@northmark.example" },
    ]
    expect(guessOwner("INES@northmark.example", members)).toBe("1")
    expect(guessOwner("Ines Moreau <ines@northmark.example>", members)).toBe("1")
    expect(guessOwner("ines moreau", members)).toBe("1")
    expect(guessOwner("Priya Raman", members)).toBeNull()
    expect(guessOwner("pr2", members)).toBe("3")
    expect(guessOwner("nobody", members)).toBeNull()
  })

  it("collects what it knows and what nobody knows, also words like constructor", () => {
    expect(
      guessWords(["Done", "done ", "Parking lot", "parking-lot", "", "constructor"], guessStatus),
    ).toEqual({
      known: { done: "done" },
      unknown: ["Parking lot", "constructor"],
    })
    expect(normaliseWord(" In-Progress (dev) ")).toBe("in progress dev")
  })
})

describe("a mapping", () => {
  const column = (header: string, target: string) => ({ header, target })
  const problems = (...columns: object[]) =>
    importMappingSchema.safeParse({ columns }).error?.issues.map((issue) => issue.message) ?? []

  it("is complete with a title", () => {
    expect(importMappingSchema.parse({ columns: [column("A", "title")] })).toMatchObject({
      defaults: { type: "story", status: "idea" },
      unguardFormulas: false,
    })
  })

  it.each([
    [[column("A", "custom")], "Choose the column that holds the title"],
    [[column("A", "title"), column("B", "title")], "“A” and “B” are both mapped to title"],
    [[column("A", "title"), column("A", "labels")], "mapped twice"],
    [[column("A", "titel")], "Invalid option"],
  ])("reports %j", (columns, part) => {
    expect(problems(...columns).join()).toContain(part)
  })
})
