"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useDeferredValue, useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Pager } from "@/components/shell/pager"
import { askedRows } from "@/components/shell/prepare-pages"
import { useAddress } from "@/components/shell/use-address"
import { useRowKeys } from "@/components/shell/use-row-keys"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { PageHead } from "@/components/ui/page-head"
import { shortDate } from "@/components/ui/prepare-relative-time"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { REVIEW_STATE_LABELS } from "@/server/access/domain/review"
import { REVIEW_LOOKS, reviewedWords } from "./prepare-review"

const ReviewDialog = dynamic(() => import("./review-dialog"), { ssr: false })

/** Every review that the reader leads, follows or has lines in. */
export function ReviewsView() {
  const trpc = useTRPC()
  const { workspace, may, now } = useWorkspace()
  const { params, set } = useAddress()
  const keys = useRowKeys()
  const input = useMemo(() => askedRows(params), [params])
  // The old rows stay while the new ones are on their way.
  const asked = useDeferredValue(input)
  const { data } = useSuspenseQuery(trpc.access.listReviews.queryOptions(asked))
  const { reviews, total, mine } = data
  const mayManage = may("reviews.manage")
  const create = () => set("new", "review")
  return (
    <>
      <PageHead
        title="Access reviews"
        state={
          mine > 0
            ? `${mine} ${mine === 1 ? "line waits" : "lines wait"} for your answer.`
            : "No line waits for your answer."
        }
        actions={
          <Button
            variant="primary"
            disabledReason={mayManage.ok ? undefined : mayManage.reason}
            onClick={create}
          >
            Draft review
          </Button>
        }
      />
      {total === 0 ? (
        <EmptyState
          title="No access review yet"
          action={mayManage.ok ? <Button onClick={create}>Draft review</Button> : null}
        >
          A review freezes who holds which role and which access, gives each line to somebody other than the
          person it is about, carries out what they revoke, and keeps all of it as evidence.
        </EmptyState>
      ) : (
        <div ref={keys}>
          <Table label="Access reviews">
            <thead>
              <tr>
                <Th>Review</Th>
                <Th>State</Th>
                <Th num>Answered</Th>
                <Th num className="wide">
                  Yours
                </Th>
                <Th className="wide">Lead</Th>
                <Th num>Due</Th>
              </tr>
            </thead>
            <tbody>
              {reviews.map((review) => (
                <tr key={review.id}>
                  <Th scope="row">
                    <Link href={`/${workspace.slug}/settings/access-reviews/${review.id}`}>
                      {review.name}
                    </Link>
                    <small>{reviewedWords(review)}</small>
                  </Th>
                  <Td>
                    <StateWord state={REVIEW_LOOKS[review.state]}>
                      {REVIEW_STATE_LABELS[review.state]}
                    </StateWord>
                  </Td>
                  <Td num>
                    {review.startedAt ? `${review.lines - review.open} of ${review.lines}` : "not begun"}
                  </Td>
                  <Td num className="wide">
                    {review.mine > 0 ? review.mine : "none"}
                  </Td>
                  <Td className="wide">{review.lead}</Td>
                  <Td num>{shortDate(review.dueOn, now)}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
      <Pager offset={asked.offset} total={total} />
      {params.get("new") === "review" && mayManage.ok ? (
        <ReviewDialog onClose={() => set("new", null)} />
      ) : null}
    </>
  )
}
