import type { Verdict } from "@/server/kernel/domain/verdict"
import { ruleBroken } from "@/server/kernel/errors"

/** @throws RULE_BROKEN with the policy's own reason. */
export function obey(verdict: Verdict): void {
  if (!verdict.ok) throw ruleBroken(verdict.reason)
}
