import { sql } from "drizzle-orm"
import { importChanges, items } from "@/db/schema/backlog"
import { attachments, comments, links } from "@/db/schema/discussion"
import { dodChecklists } from "@/db/schema/dod"
import { itemRelations } from "@/db/schema/relations"
import { scores } from "@/db/schema/scoring"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"

type ChangedSince = {
  id: string
  key: string
  why:
    | "changed"
    | "scored"
    | "related to others"
    | "discussed"
    | "has a checklist"
    | "has a new child"
    | "removed"
}

/** Items of an import that somebody worked on since, at most `limit`: taking the import back would lose that work. */
export async function changedSince(ctx: OpCtx, importId: string, limit: number): Promise<ChangedSince[]> {
  return rowsOf<ChangedSince>(
    ctx.db,
    sql`with touched as materialized (
        select item_id, version_after, before is null as made from ${importChanges}
        where workspace_id = ${ctx.workspaceId} and import_id = ${importId}),
      present as materialized (
        select id, key, version, parent_id from ${items} where workspace_id = ${ctx.workspaceId}),
      scored as (select distinct item_id from ${scores} where workspace_id = ${ctx.workspaceId}),
      related as (
        select from_id as item_id from ${itemRelations} where workspace_id = ${ctx.workspaceId}
        union select to_id from ${itemRelations} where workspace_id = ${ctx.workspaceId}),
      discussed as (
        select subject_id as item_id from ${comments} where workspace_id = ${ctx.workspaceId} and subject_type = 'item'
        union select subject_id from ${attachments} where workspace_id = ${ctx.workspaceId} and subject_type = 'item'
        union select subject_id from ${links} where workspace_id = ${ctx.workspaceId} and subject_type = 'item'),
      checked as (
        select item_id from ${dodChecklists} where workspace_id = ${ctx.workspaceId} and item_id is not null),
      parents as (
        select distinct child.parent_id as item_id from present child left join touched t on t.item_id = child.id
        where child.parent_id is not null and t.item_id is null)
      select * from (
        select t.item_id as id, coalesce(p.key, 'an item') as key,
          case when p.id is null then 'removed'
            when p.version <> t.version_after then 'changed'
            when t.made and scored.item_id is not null then 'scored'
            when t.made and related.item_id is not null then 'related to others'
            when t.made and discussed.item_id is not null then 'discussed'
            when t.made and checked.item_id is not null then 'has a checklist'
            when t.made and parents.item_id is not null then 'has a new child' end as why
        from touched t left join present p on p.id = t.item_id
          left join scored on scored.item_id = t.item_id left join related on related.item_id = t.item_id
          left join discussed on discussed.item_id = t.item_id left join parents on parents.item_id = t.item_id
          left join checked on checked.item_id = t.item_id) judged
      where why is not null order by key limit ${limit}`,
  )
}
