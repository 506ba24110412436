"use client"
import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { notify } from "@/components/ui/toast"
import type { Scheme } from "@/server/catalog/domain/scheme"
import { useRefreshCatalog } from "./use-refresh-catalog"

/** Saves levels and classes as a whole and reads anew what depends on them. */
export function useSaveScheme(version: number, onSaved: () => void) {
  const trpc = useTRPC()
  const refresh = useRefreshCatalog()
  const save = useMutation(trpc.catalog.saveScheme.mutationOptions())
  return async (scheme: Scheme, reason: string) => {
    await save.mutateAsync({ version, scheme, reason })
    notify.success("Saved levels and classes")
    await refresh()
    onSaved()
  }
}
