"use client"
import { useEffect, useState } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { ABSENCE_SECONDS } from "@/server/workshops/domain/workshop"
import { mayTakeOver } from "@/server/workshops/domain/workshop-rules"
import type { Workshop, WorkshopPeople } from "./workshop-data"

type Props = {
  workshop: Workshop
  people: WorkshopPeople
  me: string
  offset: number
  onTakeOver: () => void
}

/** Seconds since the facilitator's last sign, counted on from when the server said so; null while they are there. */
function useAbsence({ absence, now }: WorkshopPeople, offset: number): number | null {
  const [seconds, setSeconds] = useState(absence)
  useEffect(() => {
    setSeconds(absence)
    if (absence === null) return
    const count = () =>
      setSeconds(absence + Math.max(0, Math.round((Date.now() + offset - Date.parse(now)) / 1000)))
    const timer = setInterval(count, 1000)
    return () => clearInterval(timer)
  }, [absence, now, offset])
  return seconds
}

/** Says that the facilitator is away, and lets somebody who may facilitate take over after the stated time. */
export function AbsenceNotice({ workshop, people, me, offset, onTakeOver }: Props) {
  const seconds = useAbsence(people, offset)
  if (seconds === null || workshop.facilitator.id === me) return null
  const { name } = workshop.facilitator
  const minutes = ABSENCE_SECONDS / 60
  if (!workshop.mayFacilitate) {
    return (
      <Notice state="unknown">
        <b>{name}, who facilitates, is away.</b> Nothing is lost. After {minutes} minutes somebody else who
        may facilitate can take over.
      </Notice>
    )
  }
  const verdict = mayTakeOver(workshop, me, seconds)
  return (
    <div className="absence">
      <Notice state="warning">
        <b>{name}, who facilitates, is away.</b> Nothing is lost; you may facilitate in their place.
      </Notice>
      <Button disabledReason={verdict.ok ? undefined : verdict.reason} onClick={onTakeOver}>
        Take over
      </Button>
    </div>
  )
}
