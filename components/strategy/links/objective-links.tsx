"use client"
import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { SectionHead } from "@/components/ui/section-head"
import { StateWord } from "@/components/ui/state-word"
import { gradeWords } from "@/server/strategy/domain/grade"
import { sentenceOf } from "@/server/strategy/domain/sentence"
import "../strategy.css"
import { useLinks } from "./use-links"

const ChooseGoalDialog = dynamic(() => import("./choose-goal-dialog"), { ssr: false })

type Props = { subject: { productId: string } | { itemId: string }; name: string }

/** The key results and initiatives that a product or an item works on; for its page. */
export default function ObjectiveLinks({ subject, name }: Props) {
  const trpc = useTRPC()
  const { workspace, may } = useWorkspace()
  const [choosing, setChoosing] = useState(false)
  const { remove } = useLinks()
  const mayRead = may("strategy.read").ok
  const mayEdit = may("strategy.edit")
  const { data } = useQuery(trpc.strategy.listSubjectLinks.queryOptions(subject, { enabled: mayRead }))
  if (!mayRead || !data) return null
  const base = `/${workspace.slug}/strategy`
  const none = data.keyResults.length === 0 && data.initiatives.length === 0
  return (
    <section className="goals">
      <SectionHead
        title="Objectives"
        right={
          mayEdit.ok ? (
            <Button size="small" onClick={() => setChoosing(true)}>
              Link key result
            </Button>
          ) : undefined
        }
      />
      {none ? <p className="hint">Works on no key result yet, so nobody can say what it is for.</p> : null}
      <ul className="subjects">
        {data.keyResults.map(({ linkId, note, keyResult, objective }) => (
          <li key={linkId}>
            <span className="name">
              <Link href={`${base}/objectives/${objective.key}`}>{sentenceOf(keyResult)}</Link>
              <span className="sub">
                {objective.key} {objective.title}
                {note ? `. ${note}` : ""}
              </span>
              <StateWord state={keyResult.standing.state}>{gradeWords(keyResult.standing)}</StateWord>
            </span>
            {mayEdit.ok ? (
              <Button
                size="small"
                variant="quiet"
                aria-label={`Remove the link to ${keyResult.metric}`}
                onClick={() => void remove(linkId, keyResult.metric)}
              >
                Remove
              </Button>
            ) : null}
          </li>
        ))}
        {data.initiatives.map(({ linkId, id, name: initiative }) => (
          <li key={linkId}>
            <span className="name">
              <Link href={`${base}/roadmap?initiative=${id}`}>{initiative}</Link>
              <span className="sub">Initiative on the roadmap</span>
            </span>
          </li>
        ))}
      </ul>
      {choosing ? (
        <ChooseGoalDialog subject={subject} name={name} onClose={() => setChoosing(false)} />
      ) : null}
    </section>
  )
}
