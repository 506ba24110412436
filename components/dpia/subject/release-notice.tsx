"use client"
import Link from "next/link"
import { Fragment } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { Notice } from "@/components/ui/notice"
import { type Releasing, useReleaseBlocks } from "./use-release-blocks"

/** Why a product must not go live, or would not any more: the consultations of the authority that are waited for. */
export default function ReleaseNotice({ product, live }: { product: Releasing; live: boolean }) {
  const { workspace } = useWorkspace()
  const blocks = useReleaseBlocks(product)
  if (blocks.length === 0) return null
  return (
    <div className="mb-4">
      <Notice state={live ? "warning" : "bad"}>
        <b>{live ? "It is live, and would not be released now." : "It must not go live yet."}</b>{" "}
        {blocks.map(({ key, path, reason }) => (
          <Fragment key={key}>
            {reason}. <Link href={`/${workspace.slug}${path}`}>Open the consultation of {key}</Link>.{" "}
          </Fragment>
        ))}
      </Notice>
    </div>
  )
}
