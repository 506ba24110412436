import { isOwnExport, READ_ONLY_HEADERS } from "../export-columns"
import { type ColumnTarget, normaliseWord, SHARED_TARGETS } from "./mapping"
import type { SourceColumn } from "./source-row"

export type FileOrigin =
  | "plumbline"
  | "jira"
  | "azure_devops"
  | "linear"
  | "github"
  | "trello"
  | "story_points"
  | "unknown"

export const ORIGIN_LABELS: Record<FileOrigin, string> = {
  plumbline: "Plumbline export",
  jira: "Jira export",
  azure_devops: "Azure DevOps export",
  linear: "Linear export",
  github: "GitHub issues",
  trello: "Trello board",
  story_points: "Story-point data set",
  unknown: "CSV file",
}

export type ColumnGuess = { header: string; target: ColumnTarget }

/** Header names by target, best first: where two columns want one target, the earlier name gets it. */
const NAMES: Record<Exclude<ColumnTarget, "custom" | "ignore">, readonly string[]> = {
  externalKey: [
    "external key",
    "issue key",
    "issuekey",
    "key",
    "identifier",
    "ticket",
    "ticket id",
    "work item id",
    "number",
    "id",
  ],
  externalId: ["issue id", "issueid"],
  itemKey: ["plumbline key"],
  title: ["title", "summary", "issue summary", "headline", "subject", "name"],
  description: ["description", "body", "details", "text", "notes"],
  type: ["type", "issue type", "issuetype", "work item type", "item type", "kind", "tracker"],
  status: ["status", "state", "workflow state", "column", "list"],
  owner: [
    "owner e mail",
    "owner email",
    "assignee email",
    "owner",
    "assignee",
    "assigned to",
    "assignees",
    "responsible",
  ],
  labels: ["labels", "label", "tags", "tag"],
  estimate: [
    "estimate",
    "story points",
    "storypoint",
    "storypoints",
    "story point",
    "custom field story points",
    "custom field story point estimate",
    "story point estimate",
    "points",
    "effort",
    "size",
  ],
  dueDate: ["due date", "due", "duedate", "target date", "deadline"],
  quarter: ["quarter", "planned quarter", "target quarter"],
  parent: [
    "parent",
    "parent key",
    "parent issue",
    "parent id",
    "custom field epic link",
    "epic link",
    "epic",
  ],
}

/** Which tool wrote the file, by headers only that tool uses. */
export function guessOrigin(headers: readonly string[]): FileOrigin {
  if (isOwnExport(headers)) return "plumbline"
  const names = new Set(headers.map(normaliseWord))
  const has = (...wanted: string[]) => wanted.every((name) => names.has(name))
  if (has("issue key", "summary") || has("issue key", "issue id")) return "jira"
  if (has("issuekey", "storypoint")) return "story_points"
  if (has("trello link") && has("list")) return "trello"
  if (has("work item type")) return "azure_devops"
  // As LinearCsvImporter of @linear/import reads them; "Parent issue" came later, "Id" was once written so.
  if (has("id", "team", "title", "status", "cycle name") || has("id", "team", "parent issue")) return "linear"
  if (has("number", "title", "state") || has("number", "title", "body")) return "github"
  return "unknown"
}

/** A target for every column, unknown ones as custom fields. Each target that takes one column gets at most one. */
export function guessColumns(columns: readonly SourceColumn[]): {
  origin: FileOrigin
  columns: ColumnGuess[]
} {
  const headers = columns.map((column) => column.name)
  const origin = guessOrigin(headers)
  const normal = headers.map(normaliseWord)
  const targets = new Map<string, ColumnTarget>()
  for (const target of Object.keys(NAMES) as (keyof typeof NAMES)[]) {
    const names = namesFor(target, origin, normal)
    const wanted = names.flatMap((name) => headers.filter((_, index) => normal[index] === name))
    const free = wanted.filter((header) => !targets.has(header))
    for (const header of SHARED_TARGETS.includes(target) ? free : free.slice(0, 1))
      targets.set(header, target)
  }
  if (origin === "plumbline") for (const header of READ_ONLY_HEADERS) targets.set(header, "ignore")
  return { origin, columns: headers.map((header) => ({ header, target: targets.get(header) ?? "custom" })) }
}

/** What a tool means by a name that others use differently. */
function namesFor(
  target: keyof typeof NAMES,
  origin: FileOrigin,
  normal: readonly string[],
): readonly string[] {
  if (origin === "plumbline") {
    if (target === "itemKey") return ["plumbline key", "key"]
    if (target === "externalKey") return ["external key"]
  }
  if (origin === "jira" && target === "parent") {
    // Jira's Parent and Parent id hold the numeric issue id, which works only where Issue id is there as well.
    const byKey = ["parent key", "custom field epic link", "epic link"]
    return normal.includes("issue id") ? [...byKey, "parent", "parent id"] : [...byKey, "parent"]
  }
  return NAMES[target]
}
