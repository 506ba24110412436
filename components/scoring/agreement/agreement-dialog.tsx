"use client"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { ScrollRegion } from "@/components/ui/scroll-region"
import { SkeletonLines } from "@/components/ui/skeleton"
import { Table, Td, Th } from "@/components/ui/table"
import { describeInput } from "@/server/scoring/domain/format-score"
import { measureInput, type ScoringAddress } from "../prepare-address"
import type { Agreement } from "../scoring-data"
import { blockWords, numberWords, orderWords, sidesWords } from "./prepare-agreement"

type Props = {
  address: ScoringAddress
  frameworkKey: string
  /** The explanation of an item, by key. */
  itemHref: (key: string) => string
  onClose: () => void
}

/** How much the scorers agree, and what a meeting should talk about. */
export default function AgreementDialog({ address, frameworkKey, itemHref, onClose }: Props) {
  const trpc = useTRPC()
  const { data, error } = useQuery(
    trpc.scoring.measureAgreement.queryOptions(measureInput(address, frameworkKey), { staleTime: 60_000 }),
  )
  return (
    <Dialog
      open
      wide
      reading
      onOpenChange={(open) => !open && onClose()}
      title="How much do people agree?"
      description={data ? (data.reason ?? blockWords(data)) : "Comparing the scores"}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      {error ? (
        <p role="alert" className="bad">
          {errorMessage(error)}
        </p>
      ) : data ? (
        <Measured agreement={data} itemHref={itemHref} />
      ) : (
        <SkeletonLines lines={8} label="Comparing the scores" />
      )}
    </Dialog>
  )
}

function Measured({ agreement, itemHref }: { agreement: Agreement; itemHref: Props["itemHref"] }) {
  const { order, value, disputed, framework } = agreement
  return (
    <>
      {order || value ? (
        <dl className="criteria">
          <div>
            <dt>The same order?</dt>
            <dd className="muted">{orderWords(agreement) ?? "Somebody gave every item the same score"}</dd>
          </div>
          <div>
            <dt>The same numbers?</dt>
            <dd className="muted">{numberWords(agreement) ?? "All items have the same scores"}</dd>
          </div>
        </dl>
      ) : null}
      <h3 className="mt-4">Furthest apart</h3>
      {disputed.length === 0 ? (
        <p className="muted">
          {agreement.blind ? "Hidden until the reveal." : "Nobody is apart from anybody on any item."}
        </p>
      ) : (
        <ScrollRegion label="Items people disagree on, scrolls">
          <Table label="Items people disagree on most">
            <thead>
              <tr>
                <Th>Item</Th>
                <Th>Because of</Th>
                <Th>Who gave what</Th>
              </tr>
            </thead>
            <tbody>
              {disputed.map((one) => {
                const criterion = framework.definition.criteria.find(({ key }) => key === one.criterion)!
                const words = (given: number) => describeInput(framework.definition, criterion, given)
                return (
                  <tr key={one.item.id}>
                    <Th scope="row">
                      <Link href={itemHref(one.item.key)}>{one.item.key}</Link> {one.item.title}
                    </Th>
                    <Td>{criterion.name}</Td>
                    <Td>{sidesWords(one, words)}</Td>
                  </tr>
                )
              })}
            </tbody>
          </Table>
        </ScrollRegion>
      )}
      <p className="hint mt-3">
        Kendall’s W, corrected for ties, says whether people put the items in the same order; ICC(A,1) whether
        they give the same numbers (Shrout & Fleiss 1979; words after Koo & Li 2016).
      </p>
    </>
  )
}
