"use client"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { Notice } from "@/components/ui/notice"
import { type Framework, isRelative } from "@/server/scoring/domain/framework"
import { rankInput, type ScoringAddress } from "../prepare-address"
import { delaySentence, shareWords, summedUp } from "./prepare-outcome"
import "./outcome.css"

type Props = { address: ScoringAddress; frameworkKey: string; framework: Framework }

/** What the list comes to as a whole: effort per MoSCoW class, what waiting costs under CD3, and what to know. */
export function ListOutcome({ address, frameworkKey, framework }: Props) {
  const trpc = useTRPC()
  const { version, filter } = rankInput(address, frameworkKey, 0)
  const { data } = useQuery({
    ...trpc.scoring.summariseRanking.queryOptions(
      { frameworkKey, ...(version !== undefined && { version }), filter },
      { enabled: summedUp(framework) || isRelative(framework) },
    ),
    placeholderData: keepPreviousData,
  })
  if (!data) return null
  const { outcome, notes } = data
  return (
    <div className="score-notices">
      {outcome?.kind === "moscow" ? (
        <dl className="class-shares" aria-label="Effort by class">
          {outcome.shares.map((share) => (
            <div key={share.label}>
              <dt>{share.label}</dt>
              <dd>
                <b>{share.share === null ? "–" : `${Math.round(share.share * 100)} %`}</b>{" "}
                <span className="hint">{shareWords(share, outcome.unit)}</span>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {outcome?.kind === "delay" ? <p className="hint">{delaySentence(outcome)}</p> : null}
      {notes.map((note) => (
        <Notice key={note} state="warning">
          {note}
        </Notice>
      ))}
    </div>
  )
}
