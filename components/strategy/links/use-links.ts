"use client"
import { useMutation } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { notify } from "@/components/ui/toast"
import { useRefreshStrategy } from "../use-refresh-strategy"

/** Makes links and takes them away; what was taken away can be put back. */
export function useLinks() {
  const trpc = useTRPC()
  const refresh = useRefreshStrategy()
  const onError = (error: unknown) => notify.error(errorMessage(error))
  const { mutateAsync: link, isPending } = useMutation(
    trpc.strategy.linkSubject.mutationOptions({ onSuccess: refresh, onError }),
  )
  const { mutateAsync: unlink } = useMutation(
    trpc.strategy.unlinkSubject.mutationOptions({ onSuccess: refresh, onError }),
  )
  const remove = async (linkId: string, name: string) => {
    const gone = await unlink({ id: linkId }).catch(() => null)
    if (gone) notify.undo(`Removed the link to ${name}`, () => void link(gone).catch(() => null))
  }
  return { link, remove, isPending }
}
