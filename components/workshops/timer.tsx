"use client"
import { useEffect, useState } from "react"
import { announce } from "@/components/shell/announcer"
import { Button } from "@/components/ui/button"
import { classNames } from "@/components/ui/class-names"
import { TIMER } from "@/server/workshops/domain/workshop"
import { timeLeft } from "./prepare-workshop"

type Props = {
  endsAt: string | null
  /** Milliseconds that the server's clock is ahead: every screen counts to the same moment. */
  offset: number
  /** Absent for those who do not facilitate. */
  onSet?: (add: number) => void
}

/** The time left, the same on every screen; the facilitator starts, extends and stops it. */
export function Timer({ endsAt, offset, onSet }: Props) {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    if (!endsAt) return
    const tick = () => setNow(Date.now() + offset)
    tick()
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [endsAt, offset])
  const left = now === null ? null : timeLeft(endsAt, now)
  const over = left === "0:00"
  useEffect(() => {
    if (over) announce("The time is over")
  }, [over])
  if (!endsAt && !onSet) return null
  return (
    <div className="timer" role="timer" aria-label="Time left">
      {endsAt ? (
        <b className={classNames("tab", over && "warning")}>{over ? "Time is over" : (left ?? "–:––")}</b>
      ) : null}
      {onSet && !endsAt ? (
        <Button size="small" onClick={() => onSet(TIMER.start)}>
          Start {TIMER.start / 60} minutes
        </Button>
      ) : null}
      {onSet && endsAt ? (
        <>
          <Button size="small" onClick={() => onSet(TIMER.extend)}>
            Add a minute
          </Button>
          <Button size="small" variant="quiet" onClick={() => onSet(0)}>
            Stop
          </Button>
        </>
      ) : null}
    </div>
  )
}
