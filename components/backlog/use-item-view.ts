"use client"
import { useQuery } from "@tanstack/react-query"
import { usePathname, useSearchParams } from "next/navigation"
import { useCallback, useMemo, useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import type { ItemView } from "@/server/backlog/domain/item-view"
import { openView, viewHref } from "./prepare-view"

/** Saved views, and which one the reader's backlog opens with; nothing until they have arrived. */
export function useSavedViews() {
  const trpc = useTRPC()
  return useQuery(trpc.backlog.listViews.queryOptions({}, { staleTime: 60_000 })).data
}

/**
 * The view in the address, and its setter. The address changes without a visit to the server; the list changes at
 * once, because the router tells of a new address a little later.
 */
export function useItemView() {
  const path = usePathname()
  const text = useSearchParams().toString()
  const views = useSavedViews()?.views
  const [ahead, setAhead] = useState<{ of: string; view: ItemView } | null>(null)
  const told = useMemo(() => openView(new URLSearchParams(text), views ?? []), [text, views])
  const view = ahead?.of === text ? ahead.view : told.view
  const { saved } = told
  const setView = useCallback(
    (next: ItemView) => {
      setAhead({ of: text, view: next })
      window.history.replaceState(null, "", viewHref(path, next, saved, new URLSearchParams(text)))
    },
    [path, text, saved],
  )
  return { view, setView, saved, edited: told.edited, missing: told.missing && views !== undefined }
}

export type ItemViewState = ReturnType<typeof useItemView>
