/** A policy's answer: allowed, or not with the reason a person reads. The server throws it, the browser shows it. */
export type Verdict = { ok: true } | { ok: false; reason: string }

export const yes: Verdict = { ok: true }

/** A refusal. `reason` is one plain sentence without a full stop needed after it. */
export function no(reason: string): Verdict {
  return { ok: false, reason }
}
