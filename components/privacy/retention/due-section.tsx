"use client"
import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useTRPC } from "@/components/api/trpc"
import { Pager } from "@/components/shell/pager"
import { PastEnd } from "@/components/shell/past-end"
import { useAddress } from "@/components/shell/use-address"
import { SectionHead } from "@/components/ui/section-head"
import type { RetentionDue } from "../privacy-data"
import { DueFilters } from "./due-filters"
import { DueTable } from "./due-table"
import { type dueInput, dueParams } from "./prepare-retention"

const RecordDialog = dynamic(() => import("./record-dialog"), { ssr: false })

type Props = { input: ReturnType<typeof dueInput>; due: readonly RetentionDue[]; total: number }

/** What is due where, page by page, and what came of it. */
export function DueSection({ input, due, total }: Props) {
  const trpc = useTRPC()
  const { params, set } = useAddress()
  const record = params.get("record")
  const here = due.find(({ assignmentId }) => assignmentId === record)
  // A link from Home may name one of another page.
  const { data: elsewhere } = useQuery(
    trpc.privacy.listDue.queryOptions(
      { filter: { ids: record ? [record] : [] } },
      { enabled: record !== null && here === undefined },
    ),
  )
  const recording = here ?? (record ? elsewhere?.due[0] : undefined)
  const filtered = dueParams(input.filter).size > 0
  return (
    <section>
      <SectionHead title="Due" note="data × rule, the most urgent first" />
      {total > 0 || filtered ? <DueFilters filter={input.filter} shown={total} /> : null}
      {due.length > 0 ? (
        <DueTable due={due} onRecord={(id) => set("record", id)} />
      ) : total > 0 ? (
        <PastEnd />
      ) : (
        <p className="hint">
          {filtered
            ? "No due date fits these filters."
            : "No rule holds for any data yet. Apply one from the menu above or on a data asset."}
        </p>
      )}
      <Pager offset={input.offset} total={total} />
      {recording ? <RecordDialog due={recording} onClose={() => set("record", null)} /> : null}
    </section>
  )
}
