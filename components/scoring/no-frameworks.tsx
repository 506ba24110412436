"use client"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { BUILT_IN_FRAMEWORKS } from "@/server/scoring/domain/built-in-frameworks"
import { usePublishStandard } from "./frameworks/use-publish-standard"
import { methodSentence } from "./prepare-words"

/** A workspace without frameworks: what they are for, and one action. */
export function NoFrameworks() {
  const may = useWorkspace().may("scoring.configure")
  const publish = usePublishStandard()
  return (
    <EmptyState
      title="Score items by a published rule"
      action={
        <Button
          variant="primary"
          disabledReason={may.ok ? undefined : may.reason}
          pending={publish.isPending}
          onClick={() => publish.mutate({})}
        >
          Publish the standard frameworks
        </Button>
      }
      sample={
        <dl className="criteria">
          {BUILT_IN_FRAMEWORKS.map((framework) => (
            <div key={framework.key}>
              <dt>{framework.name}</dt>
              <dd className="muted">{methodSentence(framework)}</dd>
            </div>
          ))}
        </dl>
      }
    >
      A framework says which criteria an item is scored on, on which scales, and how they make one number.
      Versions are never changed, so a score can be explained years later.
    </EmptyState>
  )
}
