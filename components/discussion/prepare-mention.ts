import type { Person } from "@/server/discussion/domain/mention"

export type Asking = { start: number; typed: string }

/** The name being written at the caret after an @, if any: up to three words, on one line. */
export function askedAt(text: string, caret: number): Asking | null {
  const before = text.slice(0, caret)
  const start = before.lastIndexOf("@")
  if (start < 0 || /[\p{L}\p{N}]/u.test(text.charAt(start - 1))) return null
  const typed = before.slice(start + 1)
  return /^[\p{L}\p{N}'’.-]*(?: [\p{L}\p{N}'’.-]+){0,2}$/u.test(typed) ? { start, typed } : null
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()

/** People whose name, or a word of it, begins as typed; at most six. */
export function peopleFor(typed: string, people: readonly Person[]): Person[] {
  const wanted = plain(typed)
  return people
    .filter(({ name }) => {
      const known = plain(name)
      return known.startsWith(wanted) || known.split(/\s+/).some((word) => word.startsWith(wanted))
    })
    .filter(({ name }) => plain(name) !== wanted)
    .slice(0, 6)
}

/** The text with the name put in where it was asked for, and where the caret goes. */
export function withName(text: string, caret: number, { start }: Asking, name: string) {
  const put = `@${name} `
  return { text: text.slice(0, start) + put + text.slice(caret).replace(/^ /, ""), caret: start + put.length }
}
