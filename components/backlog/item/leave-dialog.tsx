"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Icon } from "@/components/ui/icon"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import type { ItemDetails } from "../item-data"
import { ItemFinder } from "./item-finder"

type Props = { item: ItemDetails; how: "archive" | "merge"; onClose: () => void; onLeft: () => void }

/** Puts an item into the archive, by itself or as a duplicate of the one that is kept. */
export default function LeaveDialog({ item, how, onClose, onLeft }: Props) {
  const api = useTRPCClient()
  const router = useRouter()
  const { workspace } = useWorkspace()
  const [reason, setReason] = useState("")
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string>()
  const attempt = async (work: () => Promise<void>) => {
    setPending(true)
    setProblem(undefined)
    try {
      await work()
      onLeft()
      onClose()
    } catch (error) {
      setProblem(errorMessage(error))
    }
    setPending(false)
  }
  const archive = () =>
    attempt(async () => {
      await api.backlog.archiveItem.mutate({ id: item.id, reason })
      notify.undo(
        `Archived ${item.key}`,
        () =>
          void api.backlog.restoreItem
            .mutate({ id: item.id })
            .then(onLeft, (error) => notify.error(errorMessage(error))),
      )
    })
  const merge = (kept: { id: string; key: string }) =>
    attempt(async () => {
      await api.backlog.mergeItems.mutate({ keepId: kept.id, duplicateId: item.id, reason })
      notify.success(`${item.key} is archived as a duplicate of ${kept.key}`)
      router.push(`/${workspace.slug}/items/${kept.key}`)
    })
  const merging = how === "merge"
  return (
    <Dialog
      open
      title={merging ? `Which item is kept instead of ${item.key}?` : `Archive ${item.key}?`}
      description={
        merging
          ? `Parts and dependencies of ${item.key} go over to it. Comments, files, links and scores stay with ${item.key} in the archive.`
          : "It leaves every list, board and ranking. Its page, its parts and everything said about it stay, and it can be restored."
      }
      onOpenChange={(open) => !open && onClose()}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {merging ? null : (
            <Button variant="primary" pending={pending} onClick={() => void archive()}>
              Archive item
            </Button>
          )}
        </>
      }
    >
      <Field label="Reason" optional>
        {(control) => (
          <TextInput
            {...control}
            maxLength={500}
            autoComplete="off"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {merging ? <ItemFinder exceptId={item.id} onChoose={(kept) => void merge(kept)} /> : null}
      {problem ? (
        <p className="bad" role="alert">
          <Icon name="bad" /> {problem}
        </p>
      ) : null}
    </Dialog>
  )
}
