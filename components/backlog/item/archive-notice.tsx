"use client"
import Link from "next/link"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { RelativeTime } from "@/components/ui/relative-time"
import { notify } from "@/components/ui/toast"
import type { Verdict } from "@/server/kernel/domain/verdict"
import type { ItemDetails } from "../item-data"

type Props = { item: ItemDetails; may: Verdict; onChanged: () => void }

/** Says that an item lies in the archive, since when, what it duplicates, and how it comes back. */
export function ArchiveNotice({ item, may, onChanged }: Props) {
  const api = useTRPCClient()
  const { workspace, now } = useWorkspace()
  const [pending, setPending] = useState(false)
  if (!item.archivedAt) return null
  const kept = item.relations.find(({ word }) => word === "duplicates")
  const restore = async () => {
    setPending(true)
    try {
      await api.backlog.restoreItem.mutate({ id: item.id })
      notify.success(`Restored ${item.key} to its place in the order`)
      onChanged()
    } catch (error) {
      notify.error(`${item.key} was not restored. ${errorMessage(error)}`)
    }
    setPending(false)
  }
  return (
    <div className="archived">
      <Notice state="later">
        <b>This item is in the archive.</b> {item.archivedBy?.name ?? "Somebody"} put it there{" "}
        <RelativeTime iso={item.archivedAt} now={now} past />
        {kept ? (
          <>
            {" "}
            as a duplicate of <Link href={`/${workspace.slug}/items/${kept.key}`}>{kept.key}</Link>
          </>
        ) : null}
        . It stands in no list, board or ranking; nothing of it is lost.{" "}
        <Button
          size="small"
          pending={pending}
          disabledReason={may.ok ? undefined : may.reason}
          onClick={() => void restore()}
        >
          Restore item
        </Button>
      </Notice>
    </div>
  )
}
