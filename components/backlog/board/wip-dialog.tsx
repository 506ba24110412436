"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { conflictWith, errorMessage } from "@/components/api/errors"
import { useTRPC, useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { RelativeTime } from "@/components/ui/relative-time"
import { Select } from "@/components/ui/select"
import { Table, Td, Th } from "@/components/ui/table"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import { ITEM_STATUS_LABELS, OPEN_STATUSES } from "@/server/backlog/domain/item"
import { LANE_LABELS, LANES } from "@/server/backlog/domain/wip"
import type { Verdict } from "@/server/kernel/domain/verdict"
import type { WipLimits } from "../item-data"
import { draftOf, type LimitDraft, rulesOf } from "./prepare-limits"

type Props = { limits: WipLimits; mayConfigure: Verdict; onClose: () => void }

const KINDS = [
  { value: "none", label: "No limit" },
  { value: "soft", label: "Soft: warn" },
  { value: "hard", label: "Hard: refuse" },
]
const PER = [
  { value: "column", label: "All lanes together" },
  ...LANES.map((value) => ({ value, label: `Each ${LANE_LABELS[value]} by itself` })),
]

/** The limits of the columns: across all lanes, and for each lane by itself. */
export default function WipDialog({ limits, mayConfigure, onClose }: Props) {
  const api = useTRPCClient()
  const trpc = useTRPC()
  const { now } = useWorkspace()
  const queries = useQueryClient()
  const [per, setPer] = useState<LimitDraft["per"]>("column")
  const [drafts, setDrafts] = useState(() => draftOf(limits))
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, setPending] = useState(false)
  const reason = mayConfigure.ok ? undefined : mayConfigure.reason
  const set = (draft: LimitDraft, change: Partial<LimitDraft>) => {
    setProblem(null)
    setDrafts(drafts.map((one) => (one === draft ? { ...one, ...change } : one)))
  }
  const save = async () => {
    const read = rulesOf(drafts)
    if ("problem" in read) return setProblem(read.problem)
    setPending(true)
    try {
      await api.backlog.setWipLimits.mutate({ version: limits.version, rules: read.rules })
      notify.success("The limits hold from now on")
      onClose()
    } catch (error) {
      setProblem(
        conflictWith(error)
          ? "Somebody else set the limits in the meantime. Close this and look at theirs first"
          : errorMessage(error),
      )
    }
    setPending(false)
    await queries.invalidateQueries({ queryKey: trpc.backlog.getWipLimits.pathKey() })
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title="Limits of the columns"
      description="How many items may be in a column at once. Everybody's items count, whatever the filter; items in the archive do not."
      actions={
        <>
          <Button onClick={onClose}>{reason ? "Close" : "Cancel"}</Button>
          <Button variant="primary" pending={pending} disabledReason={reason} onClick={save}>
            Save limits
          </Button>
        </>
      }
    >
      <p className="limit-per">
        <Select
          aria-label="What is counted"
          value={per}
          options={PER}
          onChange={(event) => setPer(event.target.value as LimitDraft["per"])}
        />
      </p>
      <Table label="Limits">
        <thead>
          <tr>
            <Th>Column</Th>
            <Th>Kind</Th>
            <Th num>At most</Th>
            <Th num>Now</Th>
            <Th num>Exceeded in 30 days</Th>
          </tr>
        </thead>
        <tbody>
          {OPEN_STATUSES.map((status) => {
            const draft = drafts.find((one) => one.status === status && one.per === per)!
            const present = limits.limits.find((one) => one.status === status && one.per === per)
            const name = ITEM_STATUS_LABELS[status]
            return (
              <tr key={status}>
                <Th scope="row">{name}</Th>
                <Td>
                  <Select
                    aria-label={`Kind of limit of ${name}`}
                    value={draft.kind}
                    options={KINDS}
                    disabled={Boolean(reason)}
                    onChange={(event) => set(draft, { kind: event.target.value as LimitDraft["kind"] })}
                  />
                </Td>
                <Td num>
                  <TextInput
                    className="limit-number"
                    aria-label={`Most items in ${name}`}
                    inputMode="numeric"
                    value={draft.limit}
                    disabled={draft.kind === "none" || Boolean(reason)}
                    onChange={(event) => set(draft, { limit: event.target.value })}
                  />
                </Td>
                <Td num>{present?.groups[0] ? fullest(present.groups[0]) : "–"}</Td>
                <Td num>{present?.kind === "soft" ? present.exceeded : "–"}</Td>
              </tr>
            )
          })}
        </tbody>
      </Table>
      {problem ? (
        <p className="error mt-2" role="alert">
          {problem}
        </p>
      ) : null}
      <p className="hint mt-2">
        {per === "column"
          ? ""
          : `Items without ${per === "parent" ? "a parent" : `any ${LANE_LABELS[per]}`} are in no lane, and not limited. `}
        {limits.setAt ? (
          <>
            Set by {limits.setBy ?? "somebody"}, <RelativeTime iso={limits.setAt} now={now} />, version{" "}
            {limits.version}.
          </>
        ) : (
          "No limits were set yet."
        )}
      </p>
    </Dialog>
  )
}

const fullest = ({ name, held }: { name: string | null; held: number }) =>
  name ? `${held} (${name})` : String(held)
