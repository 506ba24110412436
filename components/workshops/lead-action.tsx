"use client"
import { Button } from "@/components/ui/button"
import { progressOf, progressWords } from "./prepare-workshop"
import type { Steps } from "./use-steps"
import type { Workshop, WorkshopPeople } from "./workshop-data"

type Props = { workshop: Workshop; people: WorkshopPeople; steps: Steps }

/** The facilitator's one next step. */
export function LeadAction({ workshop, people, steps }: Props) {
  const { phase } = workshop
  const progress = progressOf(people, workshop)
  if (phase === "lobby")
    return (
      <Button variant="primary" pending={steps.pending} onClick={() => steps.advance("scoring")}>
        Start silent scoring
      </Button>
    )
  if (phase === "scoring")
    return (
      <Button
        variant="primary"
        pending={steps.pending}
        title={progressWords(progress)}
        onClick={() => steps.advance("discussing")}
      >
        Reveal the scores
      </Button>
    )
  if (phase === "discussing")
    return (
      <Button variant="primary" pending={steps.pending} onClick={() => steps.advance("deciding")}>
        Go on to decide
      </Button>
    )
  return (
    <Button pending={steps.pending} onClick={() => steps.advance("discussing")}>
      Back to the discussion
    </Button>
  )
}
