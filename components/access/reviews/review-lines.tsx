"use client"
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { useDeferredValue, useMemo } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { ListFilters } from "@/components/shell/list-filters"
import { Pager } from "@/components/shell/pager"
import { PastEnd } from "@/components/shell/past-end"
import { useAddress } from "@/components/shell/use-address"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Select } from "@/components/ui/select"
import { notify } from "@/components/ui/toast"
import { LINE_SHOWS, type LineFilter } from "@/server/access/domain/line-filter"
import type { ReviewLine } from "@/server/access/domain/review-line"
import type { ReviewDetails } from "../access-data"
import { DecideBar } from "./decide-bar"
import { LineTable } from "./line-table"
import {
  type Chosen,
  chooseMineWords,
  lineParams,
  linesInput,
  NONE_CHOSEN,
  rechosen,
  showOptions,
  stillChosen,
} from "./prepare-lines"

type Props = { review: ReviewDetails; chosen: Chosen; onChosen: (chosen: Chosen) => void }

/** The lines of a review, page by page, and the decision on those that are chosen on any of the pages. */
export function ReviewLines({ review, chosen, onChosen }: Props) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { me } = useWorkspace()
  const { params, replace, set } = useAddress()
  const { id, state, manages, mine, stats } = review
  const input = useMemo(() => linesInput(review, params), [review, params])
  // The old lines stay while the new ones are on their way.
  const asked = useDeferredValue(input)
  const { data } = useSuspenseQuery(trpc.access.listLines.queryOptions(asked))
  const { filter } = input
  const mayChoose = ({ answer, reviewer }: ReviewLine) =>
    state === "running" && !answer && (manages || reviewer.id === me.id)
  const choosable = new Set(data.lines.filter(mayChoose).map((line) => line.id))
  const standing = stillChosen(chosen, data.lines, choosable, me.id)
  const toDecide = [...standing].filter(([, { mine: own }]) => own).map(([line]) => line)
  const here = new Set(data.lines.map((line) => line.id))
  const apply = (changes: Partial<LineFilter>) => replace(lineParams({ ...filter, ...changes }))
  const chooseMine = async () => {
    try {
      const ids = await queries.fetchQuery({
        ...trpc.access.listOpenLineIds.queryOptions({ id }),
        staleTime: 0,
      })
      onChosen(new Map(ids.map((line) => [line, { mine: true }])))
    } catch (error) {
      notify.error(errorMessage(error))
    }
  }
  const decided = () => {
    onChosen(NONE_CHOSEN)
    // What was decided on leaves a narrowed list, and its later pages with it.
    if (filter.show !== "all") set("page", null)
  }
  if (stats.lines === 0)
    return (
      <EmptyState title="Nothing to review there">No role and no access holds in this part now.</EmptyState>
    )
  return (
    <section aria-label="Lines of the review">
      {state === "draft" ? null : (
        <ListFilters
          label="Search lines"
          placeholder="Search person or role"
          text={filter.search}
          onSearch={(search) => apply({ search })}
          found={`${data.total} ${data.total === 1 ? "line" : "lines"}`}
          filtered={lineParams(filter).size > 0}
          onClear={() => replace(new URLSearchParams())}
        >
          <Select
            className="w-auto"
            aria-label="Show"
            options={showOptions(review, filter.show)}
            value={filter.show}
            onChange={({ target }) => {
              const show = LINE_SHOWS.find((one) => one === target.value)
              if (show) apply({ show })
            }}
          />
        </ListFilters>
      )}
      {mine > 0 ? (
        <p className="mb-3 no-print">
          <Button size="small" onClick={() => void chooseMine()}>
            {chooseMineWords(mine)}
          </Button>{" "}
          {standing.size > 0 ? (
            <Button size="small" variant="quiet" onClick={() => onChosen(NONE_CHOSEN)}>
              Choose none
            </Button>
          ) : null}{" "}
          <span className="hint">Deciding on several lines together is shown in the evidence.</span>
        </p>
      ) : null}
      {data.lines.length > 0 ? (
        <LineTable
          label="Lines"
          lines={data.lines}
          {...(choosable.size > 0 && {
            choosable,
            chosen: standing,
            onChoose: (lines: readonly ReviewLine[], on: boolean) =>
              onChosen(rechosen(standing, lines, on, me.id)),
          })}
          {...(manages && state !== "completed" && state !== "cancelled" && { retryIn: id })}
        />
      ) : data.total > 0 ? (
        <PastEnd />
      ) : (
        <p className="muted">No line fits these filters.</p>
      )}
      <Pager offset={asked.offset} total={data.total} />
      {mine > 0 ? (
        <DecideBar
          reviewId={id}
          lineIds={toDecide}
          elsewhere={toDecide.filter((line) => !here.has(line)).length}
          onDone={decided}
        />
      ) : null}
    </section>
  )
}
