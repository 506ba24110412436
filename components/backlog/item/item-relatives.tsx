"use client"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { SectionHead } from "@/components/ui/section-head"
import { isClosed } from "@/server/backlog/domain/item"
import type { Verdict } from "@/server/kernel/domain/verdict"
import type { ItemDetails } from "../item-data"
import { PartsTree } from "./parts-tree"

const ParentDialog = dynamic(() => import("./parent-dialog"), { ssr: false })

type Props = {
  item: ItemDetails
  may: Verdict
  onParent: (parentId: string | null) => void
  onCreatePart: () => void
}

/** What the item is part of, and what its parts are. */
export function ItemRelatives({ item, may, onParent, onCreatePart }: Props) {
  const { workspace } = useWorkspace()
  const [choosing, setChoosing] = useState(false)
  const { parent, children } = item
  const done = children.filter((child) => isClosed(child.status)).length
  const reason = may.ok ? undefined : may.reason
  const link = (key: string) => `/${workspace.slug}/items/${key}`
  return (
    <section aria-labelledby="parts">
      <SectionHead
        id="parts"
        title="Parts"
        note={children.length > 0 ? `${done} of ${children.length} closed` : undefined}
        right={
          <Button size="small" disabledReason={reason} onClick={onCreatePart}>
            Create part
          </Button>
        }
      />
      {children.length > 0 ? (
        <PartsTree parts={item.below} of={item.id} />
      ) : (
        <p className="muted">It has no parts. Split what is too large for one sprint.</p>
      )}
      <p className="mt-4 part-of">
        {parent ? (
          <>
            Part of{" "}
            {item.above.map((whole, index) => (
              <span key={whole.id}>
                {index > 0 ? " › " : null}
                <span className="ky">{whole.key}</span>
                <Link href={link(whole.key)}>{whole.title}</Link>
              </span>
            ))}
          </>
        ) : (
          <span className="muted">Part of nothing larger.</span>
        )}{" "}
        {may.ok ? (
          <Button size="small" variant="quiet" onClick={() => setChoosing(true)}>
            {parent ? "Change" : "Choose what it is part of"}
          </Button>
        ) : null}
        {may.ok && parent ? (
          <Button size="small" variant="quiet" onClick={() => onParent(null)}>
            Detach
          </Button>
        ) : null}
      </p>
      {choosing ? (
        <ParentDialog
          item={item}
          onClose={() => setChoosing(false)}
          onChoose={(id) => {
            setChoosing(false)
            onParent(id)
          }}
        />
      ) : null}
    </section>
  )
}
