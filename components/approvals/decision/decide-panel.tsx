"use client"
import dynamic from "next/dynamic"
import { Notice } from "@/components/ui/notice"
import { SkeletonLines } from "@/components/ui/skeleton"
import type { Approval, ConfirmBy } from "../approval-data"
import { openMeanings, whyNot } from "./prepare-decision"

// It begins with a draft that only the browser has.
const SignForm = dynamic(async () => (await import("./sign-form")).SignForm, {
  ssr: false,
  loading: () => <SkeletonLines lines={5} label="Loading the form" />,
})

/** What the reader can do about an open request, or why they cannot. */
export function DecidePanel({ approval, confirmBy }: { approval: Approval; confirmBy: ConfirmBy }) {
  const ways = approval.mine.waysToDecide
  const reason = whyNot(ways)
  const canSign = ways.some((way) => openMeanings(way).length > 0)
  const form = <SignForm key={approval.version} approval={approval} confirmBy={confirmBy} />
  if (reason === undefined) return form
  return (
    <>
      <Notice state="later">
        <b>You cannot approve this.</b> {reason}.
      </Notice>
      {canSign ? (
        <details className="mt-3">
          <summary>Sign that you have read it</summary>
          <div className="mt-3">{form}</div>
        </details>
      ) : null}
    </>
  )
}
