import type { Difference } from "@/server/dpia/domain/compare-content"

export type VersionPair = { from: number; to: number | "present" }

/** The two versions that an address names; undefined when it names none. */
export function readPair(params: URLSearchParams): VersionPair | undefined {
  const version = (name: string) => {
    const value = Number(params.get(name))
    return Number.isInteger(value) && value > 0 ? value : undefined
  }
  const from = version("from")
  const to = params.get("to") === "present" ? ("present" as const) : version("to")
  return from === undefined || to === undefined ? undefined : { from, to }
}

export type MarkedParagraph = { id: string; text: string; changed: boolean }
export type ComparedEntry = {
  id: string
  title: string
  section: string
  changed: boolean
  before: MarkedParagraph[]
  after: MarkedParagraph[]
}

const paragraphs = (text: string | null) => (text ?? "").split(/\n+/).filter((line) => line.trim() !== "")

/** Paragraphs of one side; a paragraph that the other side does not have is marked. */
function marked(own: string | null, other: string | null): MarkedParagraph[] {
  const left = new Map<string, number>()
  for (const text of paragraphs(other)) left.set(text, (left.get(text) ?? 0) + 1)
  return paragraphs(own).map((text, index) => {
    const count = left.get(text) ?? 0
    left.set(text, count - 1)
    return { id: `${index} ${text.slice(0, 40)}`, text, changed: count <= 0 }
  })
}

/** Both versions side by side, with the paragraphs that only one of them has marked. */
export function comparedEntries(differences: readonly Difference[], onlyChanged: boolean): ComparedEntry[] {
  return differences
    .map((entry, index) => ({ ...entry, id: `${entry.section} ${index}` }))
    .filter(({ changed }) => changed || !onlyChanged)
    .map(({ id, title, section, before, after, changed }) => ({
      id,
      title,
      section,
      changed,
      before: marked(before, after),
      after: marked(after, before),
    }))
}
