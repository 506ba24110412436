import { and, inArray, like, notInArray, or, type SQL, sql } from "drizzle-orm"
import { auditEvents, auditTargets } from "@/db/schema/audit"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import type { ScopedPermission } from "@/server/kernel/domain/permissions"
import { productIdsWithin } from "@/server/products/within-reach"
import { NEWS_ABOUT_MEMBERS, NEWS_FEATURES } from "../domain/change-rules"
import { mayUse } from "./may-use"

/** Events about a product, or an item of one, for which the permission is held. Undefined: all events. */
function aboutReach(ctx: OpCtx, permission: ScopedPermission): SQL | undefined {
  const within = productIdsWithin(ctx, permission)
  if (!within) return undefined
  const ofItems = ctx.db
    .select({ id: sql`${items.id}::text` })
    .from(items)
    .where(own(ctx, items, inArray(items.productId, within)))
  const about = or(
    sql`${auditTargets.targetType} = 'product' and ${auditTargets.targetId} in (select id::text from ${within} w)`,
    sql`${auditTargets.targetType} = 'item' and ${inArray(auditTargets.targetId, ofItems)}`,
  )
  const ids = ctx.db
    .select({ id: auditTargets.eventId })
    .from(auditTargets)
    .where(own(ctx, auditTargets, about))
  return inArray(auditEvents.id, ids)
}

/** Condition on `audit_events`: those that are news for the caller; undefined when none is. */
export function visibleEvents(ctx: OpCtx): SQL | undefined {
  const ofFeatures = NEWS_FEATURES.filter(({ permission }) => mayUse(ctx, permission)).map(
    ({ feature, permission, except }) =>
      and(
        like(auditEvents.action, `${feature}.%`),
        except && notInArray(auditEvents.action, [...except]),
        aboutReach(ctx, permission),
      ),
  )
  const { permission, actions } = NEWS_ABOUT_MEMBERS
  const ofMembers = mayUse(ctx, permission, WORKSPACE_SCOPE)
    ? inArray(auditEvents.action, [...actions])
    : undefined
  return or(...ofFeatures, ofMembers)
}
