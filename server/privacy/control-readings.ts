import type { OpCtx } from "@/server/kernel/context"
import type { ControlReading } from "./domain/control-reading"
import type { ControlKind } from "./domain/obligation"

/** A control as far as its reading depends on it. */
export type ControlAsked = { id: string; checkId: string | null }
/** What a control of a kind may name. */
export type ControlChoice = { id: string; label: string }

/**
 * Reads the controls of one kind by the facts of this moment, by the control's id. It asks no permission and answers with
 * states and counts alone: whoever may read the register sees them.
 */
export type ReadingProvider = {
  read: (ctx: OpCtx, controls: readonly ControlAsked[]) => Promise<ReadonlyMap<string, ControlReading>>
  choices?: () => readonly ControlChoice[]
}

const shared = globalThis as typeof globalThis & {
  plumblineControlReadings?: Map<ControlKind, ReadingProvider>
}

/**
 * Hands in who reads the controls of a kind: a feature that privacy does not know. Called by server/compose.ts. On
 * globalThis because each bundle that Next makes loads its own copy of this module.
 */
export function installControlReading(kind: ControlKind, provider: ReadingProvider): void {
  shared.plumblineControlReadings ??= new Map()
  shared.plumblineControlReadings.set(kind, provider)
}

/** Who reads controls of this kind; undefined where nobody was handed in. */
export const controlReadingOf = (kind: ControlKind) => shared.plumblineControlReadings?.get(kind)
