import type { CheckKind } from "@/server/dod/domain/check-kind"
import { computedTitle } from "@/server/dod/domain/check-kind"
import {
  type Check,
  diffTemplates,
  EVIDENCE_LABELS,
  LEVEL_LABELS,
  type Template,
} from "@/server/dod/domain/template"

/** A manual check to be written; its key stays with it through all versions. */
export const newManualCheck = (key: string): Check => ({
  kind: "manual",
  key,
  title: "",
  help: "",
  evidence: "none",
  level: "required",
})

/** A computed check with the settings that it usually starts with. */
export function newComputedCheck(kind: CheckKind, taken: ReadonlySet<string>, key: string): Check {
  const params = Object.fromEntries(kind.params.map(({ name, start }) => [name, start]))
  return {
    kind: "computed",
    key: taken.has(kind.id) ? key : kind.id,
    check: kind.id,
    params,
    level: "required",
  }
}

/** The list with one check moved up (-1) or down (1); the same list at its ends. */
export function moveCheck(checks: readonly Check[], index: number, by: -1 | 1): Check[] {
  const next = [...checks]
  const to = index + by
  const moved = next[index]
  const other = next[to]
  if (!moved || !other) return next
  next[index] = other
  next[to] = moved
  return next
}

/** A check as people read it in a list of versions. */
export const titleOf = (check: Check, kinds: readonly CheckKind[]) =>
  check.kind === "manual"
    ? check.title
    : computedTitle(
        kinds.find(({ id }) => id === check.check),
        check,
      )

type DiffLine = { sign: "added" | "removed" | "changed"; text: string }

/** What a version asks differently from the one before, in words; empty when only the order differs. */
export function diffLines(before: Template, after: Template, kinds: readonly CheckKind[]): DiffLine[] {
  const { added, removed, changed } = diffTemplates(before, after)
  return [
    ...added.map((check) => ({ sign: "added" as const, text: titleOf(check, kinds) })),
    ...removed.map((check) => ({ sign: "removed" as const, text: titleOf(check, kinds) })),
    ...changed.map((one) => ({ sign: "changed" as const, text: changeWords(one, kinds) })),
  ]
}

function changeWords(
  { before, after, keepsAnswers }: ReturnType<typeof diffTemplates>["changed"][number],
  kinds: readonly CheckKind[],
): string {
  const [was, is] = [titleOf(before, kinds), titleOf(after, kinds)]
  const parts = [
    was !== is && `was “${was}”`,
    before.level !== after.level && `was ${LEVEL_LABELS[before.level].toLowerCase()}`,
    before.kind === "manual" &&
      after.kind === "manual" &&
      before.evidence !== after.evidence &&
      `was: ${EVIDENCE_LABELS[before.evidence].toLowerCase()}`,
    before.kind === "manual" && after.kind === "manual" && before.help !== after.help && "its explanation",
    before.kind !== after.kind && "is another kind of check",
  ].filter((part) => part !== false)
  return `${is}: ${parts.join(", ")}${keepsAnswers ? "" : ". Answers are given again"}`
}
