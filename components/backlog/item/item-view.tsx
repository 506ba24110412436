"use client"
import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { ErrorState } from "@/components/ui/error-state"
import { RelativeTime } from "@/components/ui/relative-time"
import { SkeletonHead, SkeletonLines } from "@/components/ui/skeleton"
import type { ItemChanges } from "@/server/backlog/domain/item"
import { EMPTY_FILTER } from "@/server/backlog/domain/item-filter"
import { FieldList } from "../fields/field-list"
import type { ItemDetails } from "../item-data"
import { useChoices } from "../use-choices"
import { useItemEdits } from "../use-item-edits"
import { CustomFields } from "./custom-fields"
import "./item.css"
import { ItemActivity } from "./item-activity"
import { ItemDescription } from "./item-description"
import { ItemHead } from "./item-head"
import { ItemRelatives } from "./item-relatives"
import { ItemSteps } from "./item-steps"

const ConflictDialog = dynamic(() => import("../conflict-dialog"), { ssr: false })
const CreateDialog = dynamic(() => import("../create-dialog"), { ssr: false })

/** One item in full; everything is changed where it stands. */
export function ItemView({ itemKey }: { itemKey: string }) {
  const trpc = useTRPC()
  const query = useQuery(trpc.backlog.getItem.queryOptions({ key: itemKey }))
  if (query.data) return <Loaded item={query.data} />
  if (!query.error) {
    return (
      <>
        <SkeletonHead />
        <SkeletonLines lines={6} label="Loading the item" />
      </>
    )
  }
  return (
    <ErrorState title="The item could not be read" retry={() => void query.refetch()}>
      {errorMessage(query.error)}
    </ErrorState>
  )
}

function Loaded({ item }: { item: ItemDetails }) {
  const { may, now } = useWorkspace()
  const choices = useChoices()
  const edits = useItemEdits(choices, { refresh: true })
  const [creating, setCreating] = useState(false)
  const mayEdit = may("backlog.edit", choices.scopeOf(item.productId))
  const save = (changes: ItemChanges) => edits.save(item, changes)
  // Names come from the lists, because an edit changes the id before the server sends the name.
  const ownerName =
    choices.nameOf(item.ownerId) ?? (item.owner?.id === item.ownerId ? item.owner?.name : null) ?? null
  const sameProduct = item.product?.id === item.productId ? item.product : null
  const fields = {
    ...item,
    ownerName,
    productName: choices.nameOf(item.productId) ?? sameProduct?.name ?? null,
    productSlug: sameProduct?.slug ?? null,
  }
  const nameOf = (id: string) => choices.nameOf(id) ?? (item.parent?.id === id ? item.parent.key : null)
  return (
    <div className="item-page">
      <ItemSteps itemKey={item.key} />
      <ItemHead
        item={item}
        ownerName={ownerName}
        choices={choices}
        may={mayEdit}
        onSave={(changes) => void save(changes)}
        onCreatePart={() => setCreating(true)}
      />
      <div className="item-columns">
        <div className="item-main">
          <ItemDescription
            id={item.id}
            itemKey={item.key}
            text={item.description}
            version={item.version}
            may={mayEdit}
            onSave={(description, version) => edits.save({ ...item, version }, { description })}
          />
          <ItemRelatives
            item={item}
            may={mayEdit}
            onParent={(parentId) => void save({ parentId })}
            onCreatePart={() => setCreating(true)}
          />
          <CustomFields custom={item.custom} />
          <ItemActivity events={item.activity} nameOf={nameOf} />
        </div>
        <aside className="item-side" aria-label="Fields">
          <FieldList item={fields} choices={choices} may={mayEdit} save={edits.save} />
          <dl className="field-list mt-3">
            {item.externalKey ? (
              <>
                <dt>Source key</dt>
                <dd>{item.externalKey}</dd>
              </>
            ) : null}
            <dt>Changed</dt>
            <dd>
              <RelativeTime iso={item.updatedAt} now={now} />
            </dd>
          </dl>
        </aside>
      </div>
      {creating ? (
        <CreateDialog
          choices={choices}
          filter={EMPTY_FILTER}
          whole={item}
          onClose={() => setCreating(false)}
        />
      ) : null}
      {edits.conflict ? (
        <ConflictDialog conflict={edits.conflict} nameOf={nameOf} onSettle={edits.settle} />
      ) : null}
    </div>
  )
}
