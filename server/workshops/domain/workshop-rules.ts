import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"
import { ABSENCE_SECONDS, isOpen, LAST_ROUND, PHASE_LABELS, type WorkshopPhase } from "./workshop"

type State = { phase: WorkshopPhase; round: number; facilitator: { id: string; name: string } }

export const ENDED = "This workshop is over; its record can be read"

/** Only the facilitator moves a workshop on. */
export function mayLead({ phase, facilitator }: State, userId: string): Verdict {
  if (!isOpen(phase)) return no(ENDED)
  if (facilitator.id === userId) return yes
  return no(`${facilitator.name} facilitates this workshop`)
}

/** Whether a workshop may go to a phase from where it stands. `chosen`: items for a further round. */
export function mayAdvance({ phase, round }: State, to: WorkshopPhase, chosen: number): Verdict {
  if (!isOpen(phase)) return no(ENDED)
  if (to === "scoring" && phase === "lobby") return yes
  if (to === "scoring" && phase === "discussing") {
    if (round >= LAST_ROUND)
      return no(`All ${LAST_ROUND} rounds are over. Decide, and record dissent where it stays`)
    return chosen > 0 ? yes : no("Choose the items to score again")
  }
  if (to === "discussing" && (phase === "scoring" || phase === "deciding")) return yes
  if (to === "deciding" && phase === "discussing") return yes
  return no(`The workshop is in “${PHASE_LABELS[phase]}” and cannot go to “${PHASE_LABELS[to]}” from there`)
}

/** Scores are entered silently, in their round, for the items of that round. */
export function mayEnter({ phase, round }: Pick<State, "phase" | "round">, asked: number): Verdict {
  if (!isOpen(phase)) return no(ENDED)
  if (phase === "lobby") return no("The scoring has not begun yet")
  if (phase !== "scoring" || asked !== round)
    return no(`The scores of round ${asked} are revealed and no longer change`)
  return yes
}

/** Dissent is part of the record, so it comes before the closing. */
export function mayDissent({ phase }: Pick<State, "phase">): Verdict {
  if (!isOpen(phase)) return no(ENDED)
  if (phase === "discussing" || phase === "deciding") return yes
  return no("Dissent is recorded once the scores are revealed")
}

/** Who may facilitate takes over once the facilitator has been away long enough. `seconds`: null while present. */
export function mayTakeOver({ phase, facilitator }: State, userId: string, seconds: number | null): Verdict {
  if (!isOpen(phase)) return no(ENDED)
  if (facilitator.id === userId) return no("You facilitate this workshop already")
  if (seconds === null) return no(`${facilitator.name} facilitates and is here`)
  if (seconds >= ABSENCE_SECONDS) return yes
  return no(
    `${facilitator.name} left ${seconds} seconds ago. You can take over after ${ABSENCE_SECONDS / 60} minutes`,
  )
}
