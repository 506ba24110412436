"use client"
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useDeferredValue, useMemo } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { saveFile } from "@/components/audit/save-file"
import { usePeople } from "@/components/members/use-people"
import { useAddress } from "@/components/shell/use-address"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { EmptyState } from "@/components/ui/empty-state"
import { PageHead } from "@/components/ui/page-head"
import { Tabs } from "@/components/ui/tabs"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import type { AccessView as View } from "@/server/access/domain/access-filter"
import { AccessTable } from "./access-table"
import { accessState, parseAccess } from "./prepare-access"
import { ProductFilter } from "./product-filter"

const RenewDialog = dynamic(() => import("./renew-dialog"), { ssr: false })
const RequestDialog = dynamic(() => import("./request-dialog"), { ssr: false })

const EMPTY: Record<View, { title: string; words: string }> = {
  mine: {
    title: "You have not asked for access",
    words:
      "Ask for access to a data product or asset, for yourself or somebody else, with a purpose and a last day. Its steward or owner decides.",
  },
  decide: {
    title: "Nothing waits for your decision",
    words: "Requests for data that you answer for stand here.",
  },
  active: { title: "Nobody has access", words: "Access that was approved and has not ended stands here." },
  day: { title: "Nobody had access on that day", words: "Choose another day, person or product." },
  execute: {
    title: "Nothing to set up or remove",
    words:
      "Approved access that nobody has set up yet, and ended access that nobody has removed, stands here.",
  },
}

/** Who may use which data: my requests, those to decide, what holds now, and what held on a day. */
export function AccessView() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { workspace, may, now } = useWorkspace()
  const { params, set } = useAddress()
  const filter = useMemo(() => parseAccess(params, now), [params, now])
  const asked = useDeferredValue(filter)
  const { data } = useSuspenseQuery(trpc.access.listAccess.queryOptions({ filter: asked, limit: 200 }))
  const people = usePeople()
  const mayAsk = may("access.request")
  const create = () => set("new", "access")
  const close = () => {
    set("new", null)
    set("renew", null)
    set("subject", null)
  }
  useShortcuts(mayAsk.ok ? [{ keys: "c", label: "Ask for access", hint: true, run: create }] : [])
  const base = `/${workspace.slug}/access`
  const tab = (view: View, label: string) => ({
    label,
    href: view === "mine" ? base : `${base}?view=${view}`,
    current: filter.view === view,
  })
  const download = async () => {
    const { day = now.slice(0, 10), productId, personId } = filter
    try {
      const options = trpc.access.exportAccess.queryOptions({ day, productId, personId })
      const { fileName, text } = await queries.fetchQuery({ ...options, staleTime: 0 })
      saveFile(fileName, text)
    } catch (error) {
      notify.error(errorMessage(error))
    }
  }
  const renew = params.get("renew")
  const empty = EMPTY[asked.view]
  return (
    <>
      <PageHead
        title="Access"
        state={accessState(asked.view, data.total, asked.day, now)}
        actions={
          <Button variant="primary" disabledReason={mayAsk.ok ? undefined : mayAsk.reason} onClick={create}>
            Ask for access
          </Button>
        }
      />
      <div className="mb-4">
        <Tabs
          label="Access"
          tabs={[
            tab("mine", "Mine"),
            ...(may("access.approve").ok ? [tab("decide", "To decide")] : []),
            tab("active", "Active now"),
            tab("day", "As of a day"),
            ...(may("access.execute").ok ? [tab("execute", "To carry out")] : []),
          ]}
        />
      </div>
      {filter.view === "day" || filter.view === "active" ? (
        <div className="filters">
          {filter.view === "day" ? (
            <TextInput
              type="date"
              aria-label="Day"
              value={filter.day ?? ""}
              onChange={(event) => set("day", event.target.value || null)}
            />
          ) : null}
          <Combobox
            label="Person"
            options={people}
            empty="Everybody"
            value={filter.personId}
            onChange={(id) => set("person", id ?? null)}
          />
          <ProductFilter value={filter.productId} onChange={(id) => set("product", id)} />
          {filter.view === "day" ? (
            <Button size="small" onClick={() => void download()}>
              Export CSV
            </Button>
          ) : null}
        </div>
      ) : null}
      {data.rows.length > 0 ? (
        <AccessTable rows={data.rows} view={asked.view} label="Access" />
      ) : (
        <EmptyState
          title={empty.title}
          action={
            asked.view === "mine" && mayAsk.ok ? <Button onClick={create}>Ask for access</Button> : null
          }
        >
          {empty.words}
        </EmptyState>
      )}
      {data.total > data.rows.length ? (
        <p className="hint mt-3">
          First {data.rows.length} of {data.total}. The export of a day holds all of them.
        </p>
      ) : null}
      <p className="hint mt-5">
        Plumbline records and decides; it does not provision. Whoever sets access up or removes it records
        that with evidence.{" "}
        {may("reviews.decide").ok ? (
          <Link href={`/${workspace.slug}/settings/access-reviews`}>Access reviews</Link>
        ) : null}
      </p>
      {params.get("new") === "access" && mayAsk.ok ? (
        renew ? (
          <RenewDialog id={renew} onClose={close} />
        ) : (
          <RequestDialog subject={params.get("subject") ?? undefined} onClose={close} />
        )
      ) : null}
    </>
  )
}
