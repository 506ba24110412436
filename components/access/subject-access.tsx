"use client"
import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { SectionHead } from "@/components/ui/section-head"
import { rightsWords } from "@/server/access/domain/request"
import type { Scope } from "@/server/kernel/domain/grants"
import { AccessStateWord } from "./access-state-word"
import { endWords } from "./prepare-access"

const RequestDialog = dynamic(() => import("./request-dialog"), { ssr: false })
const SHOWN = 8

type Props = { subject: { type: "product" | "asset"; id: string }; scope: Scope }

/** On the page of a product or data asset: who has access now, and the way to ask for it. */
export default function SubjectAccess({ subject, scope }: Props) {
  const trpc = useTRPC()
  const { workspace, may, now } = useWorkspace()
  const [asking, setAsking] = useState(false)
  const of = subject.type === "asset" ? { assetId: subject.id } : { productId: subject.id }
  const { data } = useQuery(
    trpc.access.listAccess.queryOptions({ filter: { view: "active", ...of }, limit: SHOWN }),
  )
  const mayAsk = may("access.request", scope)
  const all = subject.type === "product" ? `/access?view=active&product=${subject.id}` : "/access?view=active"
  return (
    <section className="mt-8">
      <SectionHead
        title="Access"
        note={data && data.total > 0 ? `${data.total} now` : undefined}
        right={<Link href={`/${workspace.slug}${all}`}>See who has access</Link>}
      />
      {data?.total === 0 ? <p className="hint">Nobody has asked for and been given access.</p> : null}
      <ul className="activity">
        {(data?.rows ?? []).map((row) => (
          <li key={row.id}>
            <p>
              <Link href={`/${workspace.slug}/access/${row.id}`}>{row.beneficiary.name}</Link>
              <span className="sub">
                {rightsWords(row.rights)}, {endWords(row, now)}
              </span>
            </p>
            <AccessStateWord state={row.state} />
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <Button
          size="small"
          disabledReason={mayAsk.ok ? undefined : mayAsk.reason}
          onClick={() => setAsking(true)}
        >
          Ask for access
        </Button>
      </p>
      {asking ? (
        <RequestDialog subject={`${subject.type} ${subject.id}`} onClose={() => setAsking(false)} />
      ) : null}
    </section>
  )
}
