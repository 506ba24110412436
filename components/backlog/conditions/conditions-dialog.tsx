"use client"
import "./conditions.css"
import { useQuery } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import type { ConditionGroup } from "@/server/backlog/domain/item-condition"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { itemCount } from "../prepare-filter"
import type { Choices } from "../use-choices"
import { GroupEditor } from "./group-editor"
import { finished, freshCondition, treeProblems } from "./prepare-tree"
import { useConditionChoices } from "./use-condition-choices"

type Props = {
  filter: ItemFilter
  choices: Choices
  onApply: (where: ConditionGroup | null) => void
  onClose: () => void
}

/** Conditions on any field, joined by and and or, in groups up to three deep; counts what they would leave. */
export default function ConditionsDialog({ filter, choices, onApply, onClose }: Props) {
  const trpc = useTRPC()
  const [tree, setTree] = useState<ConditionGroup>(
    () => filter.where ?? { match: "all", of: [freshCondition()] },
  )
  const [told, setTold] = useState(false)
  const known = useConditionChoices(choices)
  const problems = treeProblems(tree)
  const where = finished(tree)
  const input = {
    filter: { ...filter, where: problems.size === 0 ? where : null, sort: [] },
    limit: 1,
    withTotal: true,
  }
  const counted = useQuery(
    trpc.backlog.listItems.queryOptions(input, {
      enabled: problems.size === 0,
      placeholderData: (before) => before,
    }),
  ).data
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A form of a dialog inside the page's own search form must not send that one too.
    event.stopPropagation()
    setTold(true)
    if (problems.size > 0) return
    onApply(where)
    onClose()
  }
  return (
    <Dialog
      open
      wide
      title="Conditions"
      description="They come on top of the search and the filters of the bar."
      onOpenChange={(open) => !open && onClose()}
    >
      <form onSubmit={submit} noValidate>
        <GroupEditor
          group={tree}
          path={[]}
          root={tree}
          problems={told ? problems : new Map()}
          choices={known}
          onChange={setTree}
        />
        <div className="acts">
          <span className="hint mr-auto" aria-live="polite">
            {problems.size === 0 && counted?.total !== undefined && counted.total !== null
              ? `${itemCount(counted.total)} match`
              : "Complete the conditions to see how many items match"}
          </span>
          {filter.where ? (
            <Button
              onClick={() => {
                onApply(null)
                onClose()
              }}
            >
              Remove all
            </Button>
          ) : null}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            Apply
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
