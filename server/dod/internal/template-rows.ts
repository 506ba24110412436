import { and, desc, eq, type SQL } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { dodTemplates } from "@/db/schema/dod"
import { users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { ruleBroken } from "@/server/kernel/errors"
import { DELIVERABLE_LABELS, type Deliverable } from "../domain/deliverable"

const publisher = alias(users, "publisher")

/** Versions of definitions, the newest of each first, with who wrote and who published them. */
export function selectTemplates(ctx: OpCtx, ...conditions: (SQL | undefined)[]) {
  return ctx.db
    .select({
      id: dodTemplates.id,
      deliverable: dodTemplates.deliverable,
      version: dodTemplates.version,
      state: dodTemplates.state,
      definition: dodTemplates.definition,
      edits: dodTemplates.edits,
      changedByName: users.name,
      changedAt: dodTemplates.changedAt,
      publishedByName: publisher.name,
      publishedAt: dodTemplates.publishedAt,
    })
    .from(dodTemplates)
    .innerJoin(users, eq(users.id, dodTemplates.changedBy))
    .leftJoin(publisher, eq(publisher.id, dodTemplates.publishedBy))
    .where(own(ctx, dodTemplates, ...conditions))
    .orderBy(dodTemplates.deliverable, desc(dodTemplates.version))
    .$dynamic()
}
export type TemplateRow = Awaited<ReturnType<typeof selectTemplates>>[number]

/** The version in use: the newest published one. @throws RULE_BROKEN while there is none */
export async function fetchPublished(ctx: OpCtx, deliverable: Deliverable): Promise<TemplateRow> {
  const published = and(eq(dodTemplates.deliverable, deliverable), eq(dodTemplates.state, "published"))
  const [row] = await selectTemplates(ctx, published).limit(1)
  if (!row)
    throw ruleBroken(
      `No Definition of Done is published for ${DELIVERABLE_LABELS[deliverable].toLowerCase()}. Publish one in the settings first`,
    )
  return row
}

/** The version in use of every deliverable that has one. */
export function publishedVersions(ctx: OpCtx) {
  return ctx.db
    .selectDistinctOn([dodTemplates.deliverable], {
      id: dodTemplates.id,
      deliverable: dodTemplates.deliverable,
      version: dodTemplates.version,
    })
    .from(dodTemplates)
    .where(own(ctx, dodTemplates, eq(dodTemplates.state, "published")))
    .orderBy(dodTemplates.deliverable, desc(dodTemplates.version))
}

/** What the audit trail names. */
export const templateTarget = ({
  id,
  deliverable,
  version,
}: Pick<TemplateRow, "id" | "deliverable" | "version">) => ({
  type: "dod_template",
  id,
  name: `${DELIVERABLE_LABELS[deliverable]}, version ${version}`,
})
