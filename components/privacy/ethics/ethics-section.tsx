"use client"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { buttonClass } from "@/components/ui/button"
import { SectionHead } from "@/components/ui/section-head"
import { StateWord } from "@/components/ui/state-word"
import type { Scope } from "@/server/kernel/domain/grants"
import { ETHICS_STATE_LABELS, ethicsPath, isOpenCondition } from "@/server/privacy/domain/ethics"
import { decisionLook, decisionWords } from "./prepare-ethics"

type Props = { subject: { type: "product" | "item"; id: string }; scope: Scope }

/** On the page of a product or an item: the ethics checkpoint and its decision. */
export default function EthicsSection({ subject, scope }: Props) {
  const trpc = useTRPC()
  const { workspace, may } = useWorkspace()
  const of = subject.type === "product" ? { productId: subject.id } : { itemId: subject.id }
  const enabled = may("privacy.read", scope).ok
  const { data } = useQuery(trpc.privacy.getCheckpoint.queryOptions({ subject: of }, { enabled }))
  if (!enabled || !data) return null
  const { checkpoint } = data
  const href = `/${workspace.slug}${ethicsPath(data.subject.path)}`
  const mayEdit = may("ethics.edit", scope).ok
  if (!checkpoint) {
    return mayEdit ? (
      <section className="mt-6">
        <SectionHead title="Ethics" />
        <p className="hint mb-2">Nobody has said whether its use has a high impact on people.</p>
        <Link className={buttonClass({ size: "small" })} href={href}>
          Declare impact
        </Link>
      </section>
    ) : null
  }
  const { state, outcome, conditions } = checkpoint
  const words = decisionWords(state, outcome)
  const open = conditions.filter(isOpenCondition).length
  return (
    <section className="mt-6">
      <SectionHead title="Ethics" />
      <p>
        <Link className="plain" href={href}>
          <StateWord state={decisionLook(state, outcome)}>{ETHICS_STATE_LABELS[state]}</StateWord>
        </Link>
        {words ? <span className="sub">{words}</span> : null}
        {open > 0 ? (
          <span className="sub">
            {open} of {conditions.length} conditions open
          </span>
        ) : null}
      </p>
    </section>
  )
}
