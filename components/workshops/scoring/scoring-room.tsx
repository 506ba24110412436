"use client"
import { useAddress } from "@/components/shell/use-address"
import { Button } from "@/components/ui/button"
import { PeoplePanel } from "../people-panel"
import type { Workshop, WorkshopPeople } from "../workshop-data"
import { ScoringPane } from "./scoring-pane"

type Props = {
  workshop: Workshop
  people: WorkshopPeople
  leads: boolean
  onFinish: (finished: boolean) => void
  pending: boolean
}

/**
 * Silent scoring: one's own values beside how far the room is. The facilitator's screen may hang on the wall, so it
 * shows the room alone until they ask for their own scores.
 */
export function ScoringRoom({ workshop, people, leads, onFinish, pending }: Props) {
  const { params, set } = useAddress()
  const joined = workshop.mine.joinedAt !== null
  const own = joined && (!leads || params.get("show") === "mine")
  return (
    <>
      {leads ? (
        <div className="room-bar">
          <Button size="small" onClick={() => set("show", own ? null : "mine")}>
            {own ? "Hide my scores" : "Score on this screen"}
          </Button>
          <span className="hint">
            {own ? "Your values are on this screen now." : "This screen shows nobody's values."}
          </span>
        </div>
      ) : null}
      <div className={own ? "room" : undefined}>
        {own ? (
          <ScoringPane
            key={workshop.round}
            workshop={workshop}
            finished={workshop.mine.finishedRound >= workshop.round}
            onFinish={onFinish}
            pending={pending}
          />
        ) : null}
        <PeoplePanel workshop={workshop} people={people} large={leads && !own} />
      </div>
    </>
  )
}
