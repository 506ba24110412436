"use client"
import { useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { RelativeTime } from "@/components/ui/relative-time"
import { SkeletonLines } from "@/components/ui/skeleton"
import type { Comment } from "./discussion-data"

/** What a comment said before it was edited. */
export default function HistoryDialog({ comment, onClose }: { comment: Comment; onClose: () => void }) {
  const trpc = useTRPC()
  const { now } = useWorkspace()
  const { data } = useQuery(
    trpc.discussion.getCommentHistory.queryOptions({ id: comment.id }, { staleTime: 0, gcTime: 0 }),
  )
  return (
    <Dialog
      open
      reading
      title="What this comment said before"
      description={`By ${comment.createdByName}, latest first.`}
      onOpenChange={(open) => !open && onClose()}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      {data ? (
        <ol className="versions">
          {data.versions.map((version) => (
            <li key={version.version}>
              <p className="hint">
                Until <RelativeTime iso={version.replacedAt} now={now} past />
              </p>
              <p className="whitespace-pre-wrap">{version.text}</p>
            </li>
          ))}
        </ol>
      ) : (
        <SkeletonLines lines={3} label="Loading the earlier versions" />
      )}
    </Dialog>
  )
}
