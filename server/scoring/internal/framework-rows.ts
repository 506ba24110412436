import { asc, desc, eq, type SQL } from "drizzle-orm"
import { users } from "@/db/schema/members"
import { frameworks } from "@/db/schema/scoring"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"

/** Published versions, newest first within a framework. */
export function selectFrameworks(ctx: OpCtx, ...conditions: (SQL | undefined)[]) {
  return ctx.db
    .select({
      id: frameworks.id,
      key: frameworks.key,
      version: frameworks.version,
      definition: frameworks.definition,
      publishedAt: frameworks.publishedAt,
      publishedBy: { id: users.id, name: users.name },
    })
    .from(frameworks)
    .leftJoin(users, eq(users.id, frameworks.publishedBy))
    .where(own(ctx, frameworks, ...conditions))
    .orderBy(asc(frameworks.key), desc(frameworks.version))
    .$dynamic()
}

export type FrameworkRow = Awaited<ReturnType<typeof selectFrameworks>>[number]

/** A framework at its latest version, or at the one given. @throws NOT_FOUND */
export async function fetchFramework(ctx: OpCtx, key: string, version?: number): Promise<FrameworkRow> {
  const wanted = version === undefined ? undefined : eq(frameworks.version, version)
  const [row] = await selectFrameworks(ctx, eq(frameworks.key, key), wanted).limit(1)
  if (!row) throw frameworkNotFound(version)
  return row
}

export const frameworkNotFound = (version?: number) =>
  notFound(version === undefined ? "The framework" : `Version ${version} of the framework`)

/** What a view says about the framework it was computed with. */
export function describeFramework({ id, key, version, definition, publishedAt }: FrameworkRow) {
  return { id, key, version, definition, publishedAt }
}
