"use client"
import "./workshops.css"
import "./room.css"
import "./record/record.css"
import "./scoring/scoring-pane.css"
import "./discussion/discussion.css"
import { useMutation } from "@tanstack/react-query"
import { useCallback, useEffect, useMemo, useRef } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { announce } from "@/components/shell/announcer"
import { notify } from "@/components/ui/toast"
import { isOpen } from "@/server/workshops/domain/workshop"
import { AbsenceNotice } from "./absence-notice"
import { AdoptButton } from "./adopt-button"
import { ConnectionBanner } from "./connection-banner"
import { DecidingView } from "./deciding-view"
import { DiscussionView } from "./discussion/discussion-view"
import { JoinNotice } from "./join-notice"
import { LeadAction } from "./lead-action"
import { Lobby } from "./lobby"
import { PeoplePanel } from "./people-panel"
import { PhaseSteps } from "./phase-steps"
import { phaseWords } from "./prepare-workshop"
import { RecordView } from "./record/record-view"
import { ScoringRoom } from "./scoring/scoring-room"
import { Timer } from "./timer"
import { useSteps } from "./use-steps"
import { useWorkshop } from "./use-workshop"
import { WorkshopHead } from "./workshop-head"

/** A workshop on one of its screens: the facilitator's on the projector, or a participant's own device. */
export function WorkshopView({ id }: { id: string }) {
  const trpc = useTRPC()
  const { me } = useWorkspace()
  const { workshop, people, live, refresh } = useWorkshop(id)
  const steps = useSteps(workshop, refresh)
  const { phase, facilitator, mine } = workshop
  const leads = facilitator.id === me.id && isOpen(phase)
  const names = useMemo(
    () => new Map(people.people.map(({ userId, name }) => [userId, name])),
    [people.people],
  )
  const nameOf = useCallback((userId: string) => names.get(userId) ?? "Somebody who left", [names])
  const finish = useMutation(
    trpc.workshops.finishScoring.mutationOptions({
      onError: (error) => notify.error(errorMessage(error)),
      onSettled: () => refresh(),
    }),
  )
  const words = phaseWords(workshop)
  const said = useRef(words)
  useEffect(() => {
    if (said.current === words) return
    said.current = words
    announce(`Now: ${words}`)
  }, [words])

  const joined = mine.joinedAt !== null
  return (
    <div className="workshop">
      <WorkshopHead workshop={workshop} leads={leads} refresh={refresh}>
        {phase !== "lobby" ? (
          <Timer
            endsAt={workshop.timerEndsAt}
            offset={live.offset}
            {...(leads && { onSet: steps.setTimer })}
          />
        ) : null}
        {leads ? <LeadAction workshop={workshop} people={people} steps={steps} /> : null}
        {phase === "closed" ? <AdoptButton workshop={workshop} refresh={refresh} /> : null}
      </WorkshopHead>
      {isOpen(phase) ? <PhaseSteps workshop={workshop} /> : null}
      {isOpen(phase) ? <ConnectionBanner live={live} /> : null}
      {isOpen(phase) ? (
        <AbsenceNotice
          workshop={workshop}
          people={people}
          me={me.id}
          offset={live.offset}
          onTakeOver={steps.takeOver}
        />
      ) : null}
      {isOpen(phase) && !joined ? <JoinNotice workshop={workshop} refresh={refresh} /> : null}
      {phase === "lobby" ? (
        <div className="room lobby-room">
          <Lobby workshop={workshop} />
          <PeoplePanel workshop={workshop} people={people} />
        </div>
      ) : null}
      {phase === "scoring" ? (
        <ScoringRoom
          workshop={workshop}
          people={people}
          leads={leads}
          pending={finish.isPending}
          onFinish={(finished) => finish.mutate({ id, round: workshop.round, finished })}
        />
      ) : null}
      {phase === "discussing" ? (
        <DiscussionView workshop={workshop} leads={leads} steps={steps} nameOf={nameOf} />
      ) : null}
      {phase === "deciding" ? (
        <DecidingView workshop={workshop} people={people} leads={leads} refresh={refresh} />
      ) : null}
      {isOpen(phase) ? null : <RecordView workshop={workshop} people={people} nameOf={nameOf} />}
    </div>
  )
}
