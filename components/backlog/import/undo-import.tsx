"use client"
import { useMutation } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { notify } from "@/components/ui/toast"
import { itemCount } from "../prepare-filter"
import { useItemCache } from "../use-item-cache"

type Props = { importId: string; fileName: string; onClose: () => void }

/** Asks why, and takes an import back. */
export default function UndoImport({ importId, fileName, onClose }: Props) {
  const trpc = useTRPC()
  const cache = useItemCache()
  const undo = useMutation(trpc.backlog.undoImport.mutationOptions())
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Undo the import of ${fileName}?`}
      description="Items it created are removed; items it changed get their former fields. It is refused when somebody worked on one of them since, or when one would come back into a full column."
      action="Undo import"
      ask={{ kind: "reason" }}
      onConfirm={async (reason) => {
        try {
          const { removed, restored, warnings } = await undo.mutateAsync({ importId, reason })
          const done = `Undone: ${itemCount(removed)} removed, ${itemCount(restored)} restored`
          notify.success([done, ...warnings].join(". "))
          void cache.outdate()
        } catch (error) {
          throw new Error(errorMessage(error))
        }
      }}
    />
  )
}
