import type { OpCtx } from "@/server/kernel/context"
import { invalidField } from "@/server/kernel/errors"
import { type ControlAsked, controlReadingOf } from "../control-readings"
import type { ControlReading } from "../domain/control-reading"
import type { ControlFields, ControlKind } from "../domain/obligation"
import { OWN_CONTROLS } from "./own-controls"

const UNREAD: ControlReading = { state: "unknown", words: "Cannot be read here" }

async function readKind(ctx: OpCtx, kind: ControlKind, controls: readonly ControlAsked[]) {
  const alike = OWN_CONTROLS[kind]
  if (!alike) return controlReadingOf(kind)?.read(ctx, controls)
  const reading = await alike(ctx)
  return new Map(controls.map(({ id }) => [id, reading]))
}

/** What each control shows at this moment, by its id: as many questions for a hundred controls of a kind as for one. */
export async function readControls(
  ctx: OpCtx,
  controls: readonly (ControlAsked & { kind: ControlKind })[],
): Promise<(id: string) => ControlReading> {
  const found = new Map<string, ControlReading>()
  for (const [kind, ofKind] of Map.groupBy(controls, (control) => control.kind)) {
    for (const [id, reading] of (await readKind(ctx, kind, ofKind)) ?? []) found.set(id, reading)
  }
  return (id) => found.get(id) ?? UNREAD
}

/** The checks that a control may name. */
export const checkChoices = () => controlReadingOf("dod_check")?.choices?.() ?? []

/** @throws INVALID at the path when the control names a check that there is not. */
export function requireCheck({ checkId }: Pick<ControlFields, "checkId">, path: string): void {
  if (checkId === null || checkChoices().some(({ id }) => id === checkId)) return
  throw invalidField(path, `There is no computed check “${checkId}”; choose one of the list, or any`)
}
