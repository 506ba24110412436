"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Notice } from "@/components/ui/notice"
import { RelativeTime } from "@/components/ui/relative-time"
import { notify } from "@/components/ui/toast"
import { roundProgress } from "@/server/scoring/domain/blind-round"
import type { BlindState } from "../scoring-data"

type Props = { blind: BlindState; frameworkKey: string; name: string }

/** Says that a framework is scored blind, who is done, and lets those who may reveal the scores. */
export function BlindNotice({ blind, frameworkKey, name }: Props) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { may, now } = useWorkspace()
  const [asking, setAsking] = useState<"reveal" | "cancel" | null>(null)
  const reveal = useMutation(trpc.scoring.revealScores.mutationOptions())
  const cancel = useMutation(trpc.scoring.cancelBlindRound.mutationOptions())
  const allowed = may("scoring.configure")
  const disabledReason = allowed.ok ? undefined : allowed.reason
  const waiting = blind.people.filter(({ scored }) => !scored).map((person) => person.name)
  return (
    <Notice state="unknown">
      <b>{name} is scored blind: you see your own values alone.</b> {roundProgress(blind.people)}
      {waiting.length > 0
        ? `; ${waiting.slice(0, 3).join(", ")}${waiting.length > 3 ? ` and ${waiting.length - 3} more` : ""} still to come`
        : ""}
      . Started by {blind.openedBy} <RelativeTime iso={blind.openedAt} now={now} />: {blind.reason}{" "}
      <Button size="small" disabledReason={disabledReason} onClick={() => setAsking("reveal")}>
        Reveal the scores
      </Button>{" "}
      <Button
        size="small"
        variant="quiet"
        disabledReason={disabledReason}
        onClick={() => setAsking("cancel")}
      >
        Cancel the round
      </Button>
      <ConfirmDialog
        open={asking === "reveal"}
        onOpenChange={(open) => setAsking(open ? "reveal" : null)}
        title={`Reveal the scores of ${name}`}
        description={`${roundProgress(blind.people)}. Everybody then sees what everybody gave. The scores of this moment are kept, so that what changes after the talk stands beside them. A reveal cannot be taken back.`}
        action="Reveal the scores"
        danger={false}
        ask={{ kind: "reason", label: "Why are they revealed now" }}
        onConfirm={async (reason) => {
          const { people } = await reveal.mutateAsync({ frameworkKey, reason })
          await queries.invalidateQueries({ queryKey: trpc.scoring.pathKey() })
          notify.success(`The scores of ${people === 1 ? "1 person" : `${people} people`} are revealed`)
        }}
      />
      <ConfirmDialog
        open={asking === "cancel"}
        onOpenChange={(open) => setAsking(open ? "cancel" : null)}
        title={`Cancel the blind round of ${name}`}
        description={`${roundProgress(blind.people)}. Nothing is revealed: what was given in the round is set aside, for its scorer alone, who can give it again. What stood before the round counts and is seen by all.`}
        action="Cancel the round"
        ask={{ kind: "reason", label: "Why is the round cancelled" }}
        onConfirm={async (reason) => {
          const { people } = await cancel.mutateAsync({ frameworkKey, reason })
          await queries.invalidateQueries({ queryKey: trpc.scoring.pathKey() })
          notify.success(
            `The round is cancelled. The values of ${people === 1 ? "1 person" : `${people} people`} are set aside`,
          )
        }}
      />
    </Notice>
  )
}
