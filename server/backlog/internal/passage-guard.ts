import type { OpCtx } from "@/server/kernel/context"
import { ruleBroken } from "@/server/kernel/errors"
import { cannotBeDone } from "../domain/board-policy"
import type { Passage } from "../domain/wip"
import { judgeDone } from "./done-guard"
import { guardWip, judgeWip } from "./wip-guard"

/**
 * Judges changes of several items before they are written, by everything that may keep an item out of a place of the
 * board: the Definition of Done, then the limits. Every way to change an item goes through here or `guardPassage`.
 * `refused` gives the reason by passage. A dry run ("only ask") neither locks nor writes.
 */
export async function judgePassages(
  ctx: OpCtx,
  passages: readonly Passage[],
  how: "note" | "only ask" = "note",
): Promise<{ refused: Map<string, string>; warnings: string[] }> {
  const done = await judgeDone(ctx, passages)
  // What is refused stays where it is, and makes no room.
  const going = done.refused.size === 0 ? passages : passages.filter(({ id }) => !done.refused.has(id))
  const wip = await judgeWip(ctx, going, how)
  return {
    refused: new Map([
      ...[...done.refused].map(([id, missing]) => [id, `It ${cannotBeDone(missing)}`] as const),
      ...wip.refused,
    ]),
    warnings: [...done.warnings, ...wip.warnings],
  }
}

/** The same for one item, called `name` in a refusal. @throws RULE_BROKEN. Returns what to mind, in words. */
export async function guardPassage(ctx: OpCtx, name: string, passage: Passage): Promise<string[]> {
  const done = await judgeDone(ctx, [passage])
  const missing = done.refused.get(passage.id)
  if (missing) throw ruleBroken(`${name} ${cannotBeDone(missing)}`)
  return [...done.warnings, ...(await guardWip(ctx, passage))]
}
