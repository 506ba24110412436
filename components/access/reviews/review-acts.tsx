"use client"
import { useQueryClient } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { saveFile } from "@/components/audit/save-file"
import { Button } from "@/components/ui/button"
import { Menu } from "@/components/ui/menu"
import { notify } from "@/components/ui/toast"
import type { ReviewDetails } from "../access-data"

export type OpenDialog = "edit" | "start" | "close" | "cancel" | "reassign"

/** What can be done with a review as a whole; `picked` are the lines chosen. */
export function ReviewActs({
  review,
  picked,
  onOpen,
}: {
  review: ReviewDetails
  picked: readonly string[]
  onOpen: (open: OpenDialog) => void
}) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { workspace } = useWorkspace()
  const { state, manages, stats } = review
  const running = state === "running" || state === "pending"
  const download = async () => {
    try {
      const options = trpc.access.exportReview.queryOptions({ id: review.id })
      const { fileName, text } = await queries.fetchQuery({ ...options, staleTime: 0 })
      saveFile(fileName, text)
    } catch (error) {
      notify.error(errorMessage(error))
    }
  }
  const managing = [
    ...(state === "draft" ? [{ label: "Change draft", onSelect: () => onOpen("edit") }] : []),
    ...(state === "running"
      ? [
          {
            label: "Choose another reviewer",
            onSelect: () => onOpen("reassign"),
            disabledReason: picked.length > 0 ? undefined : "Choose the lines first",
          },
        ]
      : []),
    ...(state === "draft" || running
      ? [{ label: "Cancel review", danger: true, onSelect: () => onOpen("cancel") }]
      : []),
  ]
  return (
    <>
      <Menu
        trigger={<Button>More</Button>}
        groups={[
          {
            entries: [
              { label: "Print", href: `/${workspace.slug}/settings/access-reviews/${review.id}/print` },
              ...(state === "draft" ? [] : [{ label: "Export CSV", onSelect: () => void download() }]),
            ],
          },
          ...(manages && managing.length > 0 ? [{ entries: managing }] : []),
        ]}
      />
      {manages && state === "draft" ? (
        <Button variant="primary" onClick={() => onOpen("start")}>
          Start review
        </Button>
      ) : null}
      {manages && running ? (
        <Button
          variant="primary"
          disabledReason={stats.open > 0 ? `${stats.open} open until answered or due` : undefined}
          onClick={() => onOpen("close")}
        >
          Close review
        </Button>
      ) : null}
    </>
  )
}
