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
import { Pager } from "@/components/shell/pager"
import { PastEnd } from "@/components/shell/past-end"
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
import { accessInput, accessState, refiltered } from "./prepare-access"
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
  const { params, set, replace } = useAddress()
  const input = useMemo(() => accessInput(params, now), [params, now])
  const { filter } = input
  // The old rows stay while the new ones are on their way.
  const asked = useDeferredValue(input)
  const { data } = useSuspenseQuery(trpc.access.listAccess.queryOptions(asked))
  const { view, day } = asked.filter
  const people = usePeople()
  const mayAsk = may("access.request")
  const create = () => set("new", "access")
  const close = () => {
    set("new", null)
    set("renew", null)
    set("subject", null)
  }
  useShortcuts(mayAsk.ok ? [{ keys: "c", label: "Ask for access", hint: true, run: create }] : [])
  const narrow = (name: string, value: string | null | undefined) =>
    replace(refiltered(params, name, value ?? null))
  const base = `/${workspace.slug}/access`
  const tab = (one: View, label: string) => ({
    label,
    href: one === "mine" ? base : `${base}?view=${one}`,
    current: filter.view === one,
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
  const empty = EMPTY[view]
  return (
    <>
      <PageHead
        title="Access"
        state={accessState(view, data.total, day, now)}
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
              onChange={(event) => narrow("day", event.target.value)}
            />
          ) : null}
          <Combobox
            label="Person"
            options={people}
            empty="Everybody"
            value={filter.personId}
            onChange={(id) => narrow("person", id)}
          />
          <ProductFilter value={filter.productId} onChange={(id) => narrow("product", id)} />
          {filter.view === "day" ? (
            <Button size="small" onClick={() => void download()}>
              Export CSV
            </Button>
          ) : null}
        </div>
      ) : null}
      {data.rows.length > 0 ? (
        <AccessTable rows={data.rows} view={view} label="Access" />
      ) : data.total === 0 ? (
        <EmptyState
          title={empty.title}
          action={view === "mine" && mayAsk.ok ? <Button onClick={create}>Ask for access</Button> : null}
        >
          {empty.words}
        </EmptyState>
      ) : (
        <PastEnd />
      )}
      <Pager offset={asked.offset} total={data.total} />
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
