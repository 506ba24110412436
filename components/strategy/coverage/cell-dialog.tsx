"use client"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { buttonClass } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { SkeletonLines } from "@/components/ui/skeleton"
import type { CoverageColumn } from "@/server/strategy/domain/coverage"
import { SubjectList } from "../links/subject-list"

type Props = { productId: string | null; product: string; column: CoverageColumn; onClose: () => void }

/** What a cell of the map counts, link by link. */
export default function CellDialog({ productId, product, column, onClose }: Props) {
  const trpc = useTRPC()
  const { workspace } = useWorkspace()
  const { objective, keyResult } = column
  const { data } = useQuery(
    trpc.strategy.listCell.queryOptions({
      productId,
      objectiveId: objective.id,
      keyResultId: keyResult?.id ?? null,
    }),
  )
  return (
    <Dialog
      open
      reading
      onOpenChange={(open) => open || onClose()}
      title={`${product} and ${objective.key}`}
      description={objective.title}
      actions={
        <Link className={buttonClass()} href={`/${workspace.slug}/strategy/objectives/${objective.key}`}>
          Open {objective.key}
        </Link>
      }
    >
      {data ? null : <SkeletonLines lines={3} label="Loading what is linked" />}
      {data?.map(({ id, sentence, links }) => (
        <section key={id} className="mb-4">
          <h3>{sentence}</h3>
          <SubjectList links={links} />
        </section>
      ))}
    </Dialog>
  )
}
