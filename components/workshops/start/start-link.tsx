"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { filterHref } from "@/components/backlog/prepare-filter"
import { buttonClass } from "@/components/ui/button"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { WORKSHOP_LIMITS } from "@/server/workshops/domain/workshop"

type Props = { ids: readonly string[]; filter?: ItemFilter | undefined }

/** Takes the chosen items, or all that a filter shows, to the start of a workshop; nothing for who may not lead one. */
export function StartLink({ ids, filter }: Props) {
  const { workspace, may } = useWorkspace()
  const fits = filter !== undefined || (ids.length >= 2 && ids.length <= WORKSHOP_LIMITS.items)
  if (!fits || !may("workshops.facilitate").ok) return null
  const path = `/${workspace.slug}/backlog/workshops/new`
  const href = filter ? filterHref(path, { ...filter, sort: [] }) : `${path}?ids=${ids.join(",")}`
  return (
    <Link className={buttonClass({ size: "small" })} href={href}>
      Start a workshop
    </Link>
  )
}
