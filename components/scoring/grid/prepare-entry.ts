import { inputProblem } from "@/server/scoring/domain/check-inputs"
import type { Criterion } from "@/server/scoring/domain/criterion"
import { describeInput, formatInput, isNamed } from "@/server/scoring/domain/format-score"
import type { Framework } from "@/server/scoring/domain/framework"

export type Entry = { ok: true; value: number | null } | { ok: false; message: string }

const MULTIPLES: Record<string, number> = { k: 1e3, m: 1e6 }

/** A number as people type it: "13", "0,5", "1,200", "12k", "80 %"; undefined when it is none. */
export function typedNumber(typed: string): number | undefined {
  const match = /^([+-]?[\d.,]+)([km%]?)$/i.exec(typed.replace(/[\s\u00a0\u202f]/g, ""))
  if (!match) return undefined
  const [, digits = "", suffix = ""] = match
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(digits)
    ? digits.replaceAll(",", "")
    : digits.replace(",", ".")
  const number = Number(plain)
  if (plain === "" || !Number.isFinite(number)) return undefined
  if (suffix === "%") return number / 100
  return number * (MULTIPLES[suffix.toLowerCase()] ?? 1)
}

/** What was typed into a cell, as a value of the criterion or the reason why it is none. Empty clears the cell. */
export function readEntry(framework: Framework, criterion: Criterion, typed: string): Entry {
  if (typed.trim() === "") return { ok: true, value: null }
  const named = isNamed(framework, criterion)
  const value = (named ? choiceByName(criterion, typed) : undefined) ?? typedNumber(typed)
  if (value === undefined && named)
    return { ok: false, message: `${criterion.name}: choose ${answerNames(criterion)}, by its first letter` }
  if (value === undefined)
    return { ok: false, message: `${criterion.name}: “${typed.trim()}” is not a number` }
  const message = inputProblem(framework, criterion, value)
  return message ? { ok: false, message } : { ok: true, value }
}

/** A value as the cell shows it; nothing when it is not given, which is not zero. */
export const cellText = (value: number | null | undefined) =>
  value === null || value === undefined ? "" : formatInput(value)

/** The same for a criterion of a framework: answers by their names. */
export const criterionText = (
  framework: Framework,
  criterion: Criterion,
  value: number | null | undefined,
): string => (value === null || value === undefined ? "" : describeInput(framework, criterion, value))

const choicesOf = ({ scale }: Criterion) =>
  scale.kind === "choices" ? [...scale.choices].sort((a, b) => a.value - b.value) : []

/** The next choice whose label starts with a letter: m, m goes from Minimal to Medium. Undefined when there is none. */
export function choiceByLetter(
  criterion: Criterion,
  letter: string,
  current: number | null,
): number | undefined {
  const starting = choicesOf(criterion).filter(({ label }) =>
    label.toLowerCase().startsWith(letter.toLowerCase()),
  )
  const at = starting.findIndex(({ value }) => value === current)
  return starting[(at + 1) % starting.length]?.value
}

/** The neighbouring choice; from an empty cell the lowest or the highest. Undefined at the end and for ranges. */
export function stepChoice(criterion: Criterion, current: number | null, by: 1 | -1): number | undefined {
  const choices = choicesOf(criterion)
  const at = choices.findIndex(({ value }) => value === current)
  return at === -1 ? choices.at(by === 1 ? 0 : -1)?.value : choices[at + by]?.value
}

/** The choice of that name, in whatever case; the beginning of a name is enough where only one begins so. */
function choiceByName(criterion: Criterion, typed: string): number | undefined {
  const word = typed.trim().toLowerCase()
  const beginning = choicesOf(criterion).filter(({ label }) => label.toLowerCase().startsWith(word))
  const exact = beginning.find(({ label }) => label.toLowerCase() === word)
  return (exact ?? (beginning.length === 1 ? beginning[0] : undefined))?.value
}

const answerNames = (criterion: Criterion) =>
  choicesOf(criterion)
    .reverse()
    .map(({ label }) => label)
    .join(", ")
