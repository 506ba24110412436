"use client"
import dynamic from "next/dynamic"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { SectionHead } from "@/components/ui/section-head"
import { Select } from "@/components/ui/select"
import { Table, Td, Th } from "@/components/ui/table"
import { TextInput } from "@/components/ui/text-input"
import type { Framework } from "@/server/scoring/domain/framework"
import { usesPoints, WAY_HELP, WAY_LABELS, type WeightingWay } from "@/server/scoring/domain/weighting"
import { orderOf, scaleChanged } from "./prepare-draft"
import { draftShares, shareWords, swingWords } from "./prepare-weights"
import type { FrameworkEditor } from "./use-framework-editor"

const PairwiseMatrix = dynamic(() => import("./pairwise-matrix"))

const WAYS = Object.entries(WAY_LABELS).map(([value, label]) => ({ value, label }))

type Props = { editor: FrameworkEditor; published: Framework }

/** How the weights are found: one way, its question and source, and the judgements with each range beside its weight. */
export function WeightsSection({ editor, published }: Props) {
  const { draft, set } = editor
  const { way } = draft
  const changed = draft.criteria.filter((criterion) =>
    scaleChanged(
      published.criteria.find(({ key }) => key === criterion.key),
      criterion,
    ),
  )
  return (
    <section aria-labelledby="weights">
      <div className="h-4" />
      <SectionHead id="weights" title="Weights" note="A weight means nothing without its range" />
      <Field label="How the weights are found" hint={WAY_HELP[way]}>
        {(control) => (
          <Select
            {...control}
            options={WAYS}
            value={way}
            onChange={(event) => set({ way: event.target.value as WeightingWay })}
          />
        )}
      </Field>
      {changed.length > 0 ? (
        <Notice state="warning">
          <b>The range of {changed.map(({ name }) => name.toLowerCase()).join(", ")} changed: weigh again.</b>{" "}
          Its weight was given for the old step from worst to best (Edwards & Barron 1994).
        </Notice>
      ) : null}
      {way === "pairwise" ? <PairwiseMatrix editor={editor} /> : null}
      {way === "rank_order" ? <OrderOfImportance editor={editor} /> : null}
      {usesPoints(way) ? <Points editor={editor} /> : null}
    </section>
  )
}

function Points({ editor }: { editor: FrameworkEditor }) {
  const { draft, problems } = editor
  const shares = draftShares(draft)
  return (
    <Table label="Weights" className="weights">
      <thead>
        <tr>
          <Th>Criterion</Th>
          <Th>From worst to best</Th>
          <Th num>Points</Th>
          <Th num>Share</Th>
        </tr>
      </thead>
      <tbody>
        {draft.criteria.map((criterion, index) => {
          const { id, name, weight } = criterion
          const title = name || `Criterion ${index + 1}`
          const problem = problems[`criteria.${index}.weight`]
          return (
            <tr key={id}>
              <Th scope="row">{title}</Th>
              <Td>{swingWords(criterion)}</Td>
              <Td num>
                <TextInput
                  aria-label={`Weight of ${title}`}
                  aria-invalid={problem ? true : undefined}
                  aria-describedby={problem ? `${id}-weight` : undefined}
                  inputMode="decimal"
                  value={weight}
                  onChange={(event) => editor.setCriterion(index, { weight: event.target.value })}
                />
                {problem ? (
                  <span className="sub bad" id={`${id}-weight`}>
                    {problem}
                  </span>
                ) : null}
              </Td>
              <Td num>{shareWords(shares[index])}</Td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

function OrderOfImportance({ editor: { draft, set } }: { editor: FrameworkEditor }) {
  const order = orderOf(draft)
  const shares = draftShares(draft)
  const move = (from: number, by: 1 | -1) => {
    const next = [...order]
    next.splice(from + by, 0, ...next.splice(from, 1))
    set({ order: next })
  }
  return (
    <Table label="Order of importance" className="weights">
      <thead>
        <tr>
          <Th num>#</Th>
          <Th>Criterion</Th>
          <Th>From worst to best</Th>
          <Th num>Share</Th>
          <Th>
            <span className="sr-only">Move</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {order.map((id, place) => {
          const index = draft.criteria.findIndex((criterion) => criterion.id === id)
          const criterion = draft.criteria[index]!
          const name = criterion.name || `Criterion ${index + 1}`
          return (
            <tr key={id}>
              <Td num>{place + 1}</Td>
              <Th scope="row">{name}</Th>
              <Td>{swingWords(criterion)}</Td>
              <Td num>{shareWords(shares[index])}</Td>
              <Td className="moves">
                <Button
                  size="small"
                  aria-label={`Move ${name} up`}
                  onClick={() => place > 0 && move(place, -1)}
                >
                  Up
                </Button>
                <Button
                  size="small"
                  aria-label={`Move ${name} down`}
                  onClick={() => place < order.length - 1 && move(place, 1)}
                >
                  Down
                </Button>
              </Td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
