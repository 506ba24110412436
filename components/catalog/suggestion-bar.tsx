"use client"
import { useMutation } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { notify } from "@/components/ui/toast"
import type { AssetDetails } from "./catalog-data"
import { useRefreshCatalog } from "./use-refresh-catalog"

/** Accepting and dismissing what names suggest, for some fields of an asset. */
export function useSuggestions(assetId: string) {
  const trpc = useTRPC()
  const refresh = useRefreshCatalog()
  const outcome = (done: (count: number) => string) => ({
    onSuccess: async (result: { accepted?: number; dismissed?: number }) => {
      notify.success(done(result.accepted ?? result.dismissed ?? 0))
      await refresh()
    },
    onError: (error: unknown) => notify.error(errorMessage(error)),
  })
  const accept = useMutation(
    trpc.catalog.acceptSuggestions.mutationOptions(outcome((count) => `Accepted ${count}`)),
  )
  const dismiss = useMutation(
    trpc.catalog.dismissSuggestions.mutationOptions(outcome((count) => `Dismissed ${count}`)),
  )
  return {
    pending: accept.isPending || dismiss.isPending,
    accept: (fieldIds: string[]) => accept.mutate({ assetId, fieldIds }),
    dismiss: (fieldIds: string[]) => dismiss.mutate({ assetId, fieldIds }),
  }
}

type Props = {
  suggestions: AssetDetails["suggestions"]
  reason: string | undefined
  actions: ReturnType<typeof useSuggestions>
}

/** What the names of unclassified fields suggest, all at once. */
export function SuggestionBar({ suggestions, reason, actions }: Props) {
  const all = suggestions.map(({ fieldId }) => fieldId)
  const sure = suggestions.filter((one) => one.sure).map(({ fieldId }) => fieldId)
  return (
    <div className="notice later suggestion-bar">
      <Icon name="later" className="later" />
      <p className="muted">
        <b>
          {all.length} {all.length === 1 ? "name suggests" : "names suggest"} a class.
        </b>{" "}
        They are guesses from words in English, German and French: look before you accept.
      </p>
      <span className="acts">
        {sure.length > 0 && sure.length < all.length ? (
          <Button
            size="small"
            disabledReason={reason}
            pending={actions.pending}
            onClick={() => actions.accept(sure)}
          >
            Accept {sure.length} clear ones
          </Button>
        ) : null}
        <Button
          size="small"
          disabledReason={reason}
          pending={actions.pending}
          onClick={() => actions.accept(all)}
        >
          Accept all {all.length}
        </Button>
      </span>
    </div>
  )
}
