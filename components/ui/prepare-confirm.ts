/** What a destructive act asks before it is done. `reason` is recorded; `name` proves that the right thing is meant. */
export type ConfirmQuestion =
  | { kind: "reason"; label?: string; minLength?: number }
  | { kind: "name"; name: string }
  | { kind: "none" }

/** What is still wrong with the answer, as the message at the field; undefined when it may go on. */
export function confirmProblem(ask: ConfirmQuestion, answer: string): string | undefined {
  const typed = answer.trim()
  if (ask.kind === "name") return typed === ask.name ? undefined : `Type the name exactly: ${ask.name}`
  if (ask.kind === "none") return undefined
  const least = ask.minLength ?? 3
  return typed.length >= least ? undefined : `Write the reason, at least ${least} characters. It is recorded.`
}
