"use client"
import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { DiscussionSection } from "@/components/discussion/discussion-section"
import { MaterialSection } from "@/components/discussion/material-section"
import { ErrorState } from "@/components/ui/error-state"
import { RelativeTime } from "@/components/ui/relative-time"
import { SkeletonHead, SkeletonLines } from "@/components/ui/skeleton"
import type { ItemChanges } from "@/server/backlog/domain/item"
import { EMPTY_FILTER } from "@/server/backlog/domain/item-filter"
import { no } from "@/server/kernel/domain/verdict"
import { FieldList } from "../fields/field-list"
import type { ItemDetails } from "../item-data"
import { useChoices } from "../use-choices"
import { useItemEdits } from "../use-item-edits"
import { CustomFields } from "./custom-fields"
import "./item.css"
import { ArchiveNotice } from "./archive-notice"
import { EventEntry } from "./event-entry"
import { ItemDescription } from "./item-description"
import { ItemHead } from "./item-head"
import { ItemRelations } from "./item-relations"
import { ItemRelatives } from "./item-relatives"
import { ItemSteps } from "./item-steps"

const ConflictDialog = dynamic(() => import("../conflict-dialog"), { ssr: false })
const CreateDialog = dynamic(() => import("../create-dialog"), { ssr: false })
const ChecklistSection = dynamic(() => import("@/components/dod/checklist-section"))
const EthicsSection = dynamic(() => import("@/components/privacy/ethics/ethics-section"))
const PrivacySection = dynamic(() => import("@/components/dpia/subject/privacy-section"))
const ObjectiveLinks = dynamic(() => import("@/components/strategy/links/objective-links"))

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
  const scope = choices.scopeOf(item.productId)
  const subject = { type: "item", id: item.id } as const
  const mayChange = may("backlog.edit", scope)
  const mayEdit =
    mayChange.ok && item.archivedAt ? no("This item is in the archive. Restore it first") : mayChange
  const refresh = () => void edits.outdate()
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
        onChanged={refresh}
      />
      <ArchiveNotice item={item} may={mayChange} onChanged={refresh} />
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
          <ChecklistSection subject={subject} scope={scope} />
          <ItemRelatives
            item={item}
            may={mayEdit}
            onParent={(parentId) => void save({ parentId })}
            onCreatePart={() => setCreating(true)}
          />
          <ItemRelations item={item} may={mayChange} onChanged={refresh} />
          <MaterialSection subject={subject} scope={scope} />
          <CustomFields custom={item.custom} />
          <DiscussionSection
            subject={subject}
            scope={scope}
            events={item.activity}
            renderEvent={(event) => <EventEntry event={event} nameOf={nameOf} />}
          />
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
          <ObjectiveLinks subject={{ itemId: item.id }} name={item.key} />
          <PrivacySection subject={{ type: "item", id: item.id, name: item.key }} scope={scope} />
          <EthicsSection subject={{ type: "item", id: item.id }} scope={scope} />
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
