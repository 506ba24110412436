import { PHASE_LABELS } from "@/server/workshops/domain/workshop"
import { STEPS } from "./prepare-workshop"
import type { Workshop } from "./workshop-data"

/** Where the workshop stands among its phases. */
export function PhaseSteps({ workshop: { phase } }: { workshop: Workshop }) {
  const at = STEPS.indexOf(phase)
  return (
    <ol className="phase-steps" aria-label="Phases">
      {STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={step === phase ? "step" : undefined}
          className={index < at ? "past" : undefined}
        >
          {PHASE_LABELS[step]}
        </li>
      ))}
    </ol>
  )
}
