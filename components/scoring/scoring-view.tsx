"use client"
import "./scoring.css"
import "./ranked/ranked.css"
import "./grid/grid.css"
import { useSuspenseQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { FilterBar } from "@/components/backlog/filter-bar"
import { useChoices } from "@/components/backlog/use-choices"
import { useSearchKey } from "@/components/shell/use-search-key"
import { PageHead } from "@/components/ui/page-head"
import { Select } from "@/components/ui/select"
import { GridView } from "./grid/grid-view"
import { NoFrameworks } from "./no-frameworks"
import { chooseFramework } from "./prepare-address"
import { methodSentence } from "./prepare-words"
import { RankedView } from "./ranked/ranked-view"
import { useScoringAddress } from "./use-scoring-address"

/** The backlog by score: ranked with reasons, or as a grid to score in. */
export function ScoringView() {
  const trpc = useTRPC()
  const { workspace } = useWorkspace()
  const { data: frameworks } = useSuspenseQuery(trpc.scoring.listFrameworks.queryOptions({}))
  const { address, hrefOf, setAddress } = useScoringAddress()
  const choices = useChoices()
  const search = useSearchKey("Search items")
  const { filter } = address
  const framework = chooseFramework(frameworks, filter.frameworkKey)
  if (!framework) {
    return (
      <>
        <PageHead title="Backlog" state="No scoring framework is published in this workspace" />
        <NoFrameworks />
      </>
    )
  }
  const shared = { address, hrefOf, setAddress, frameworkKey: framework.key }
  const filters = (
    <>
      <FilterBar
        filter={filter}
        onChange={(next) => setAddress({ filter: { ...next, frameworkKey: filter.frameworkKey } })}
        choices={choices}
        labels={[]}
        searchRef={search}
      >
        {filter.statuses.length === 0 ? "Open items, as no state is chosen" : null}
      </FilterBar>
      <div className="score-method">
        <span className="pick">
          <span className="hint" aria-hidden>
            Framework
          </span>
          <Select
            aria-label="Framework"
            options={frameworks.map(({ key, name, version }) => ({
              value: key,
              label: `${name}, version ${version}`,
            }))}
            value={framework.key}
            onChange={(event) =>
              setAddress({ filter: { ...filter, frameworkKey: event.target.value }, version: null })
            }
          />
        </span>
        <p className="hint">
          {methodSentence(framework.definition)} {framework.definition.source}{" "}
          <Link href={`/${workspace.slug}/settings/frameworks/${framework.key}`}>Criteria and scales</Link>
        </p>
      </div>
    </>
  )
  return (
    <div className="page-fill scoring">
      {address.mode === "score" ? (
        <GridView key={framework.id} {...shared} framework={framework} choices={choices} filters={filters} />
      ) : (
        <RankedView {...shared} latestVersion={framework.version} filters={filters} />
      )}
    </div>
  )
}
