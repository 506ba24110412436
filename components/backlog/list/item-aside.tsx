"use client"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useEffect, useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { buttonClass } from "@/components/ui/button"
import { SkeletonLines } from "@/components/ui/skeleton"
import { ITEM_STATUS_LABELS, ITEM_TYPE_LABELS } from "@/server/backlog/domain/item"
import type { Verdict } from "@/server/kernel/domain/verdict"
import { FieldList } from "../fields/field-list"
import type { ListedItem } from "../item-data"
import type { Choices } from "../use-choices"
import type { SaveItem } from "../use-item-edits"
import { excerptOf } from "./prepare-excerpt"

type Props = {
  item: ListedItem
  place: number
  choices: Choices
  may: Verdict
  save: SaveItem
}

/** What the current row is about, without leaving the list. */
export function ItemAside({ item, place, choices, may, save }: Props) {
  const trpc = useTRPC()
  const { workspace } = useWorkspace()
  const settled = useSettled(item.id, 200)
  const details = useQuery(
    trpc.backlog.getItem.queryOptions({ id: item.id }, { enabled: settled === item.id }),
  ).data
  const href = `/${workspace.slug}/items/${item.key}`
  return (
    <aside className="side" aria-label={`Summary of ${item.key}`}>
      <p className="hint">
        {item.key}, place {place}, {ITEM_TYPE_LABELS[item.type].toLowerCase()}
      </p>
      <h2>{item.title}</h2>
      {details ? (
        <p className="excerpt">
          {excerptOf(details.description) || <span className="muted">No description yet.</span>}
        </p>
      ) : (
        <SkeletonLines lines={3} label="Loading the description" />
      )}
      <p className="my-3">
        <Link className={buttonClass({ size: "small" })} href={href}>
          Open item
        </Link>
      </p>
      <FieldList item={item} choices={choices} may={may} save={save} />
      {details?.parent ? (
        <>
          <h3>Part of</h3>
          <p>
            <Link href={`/${workspace.slug}/items/${details.parent.key}`}>{details.parent.key}</Link>{" "}
            {details.parent.title}
          </p>
        </>
      ) : null}
      {details && details.children.length > 0 ? (
        <>
          <h3>Parts</h3>
          <ul className="parts">
            {details.children.slice(0, 8).map((child) => (
              <li key={child.id}>
                <Link href={`/${workspace.slug}/items/${child.key}`}>{child.key}</Link> {child.title}{" "}
                <span className="tag">{ITEM_STATUS_LABELS[child.status]}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {details?.activity[0] ? (
        <>
          <h3>Last change</h3>
          <p className="muted">
            {details.activity[0].summary}, by {details.activity[0].actorName}
          </p>
        </>
      ) : null}
    </aside>
  )
}

/** The value once it has stayed the same for a while: running down the list asks for nothing. */
function useSettled<T>(value: T, milliseconds: number): T | undefined {
  const [settled, setSettled] = useState<T>()
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
