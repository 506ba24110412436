import { eq, ne } from "drizzle-orm"
import { dataAssets } from "@/db/schema/catalog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { invalidField } from "@/server/kernel/errors"
import { ASSET_KIND_LABELS, type AssetKind } from "../domain/asset"

/** @throws INVALID when another asset of the kind has the name, archived ones included. */
export async function refuseTakenName(
  ctx: OpCtx,
  path: string,
  { name, kind }: { name: string; kind: AssetKind },
  exceptId?: string,
): Promise<void> {
  const [taken] = await ctx.db
    .select({ archivedAt: dataAssets.archivedAt })
    .from(dataAssets)
    .where(
      own(
        ctx,
        dataAssets,
        eq(dataAssets.name, name),
        eq(dataAssets.kind, kind),
        exceptId ? ne(dataAssets.id, exceptId) : undefined,
      ),
    )
  if (!taken) return
  const what = `A ${ASSET_KIND_LABELS[kind].toLowerCase()} named ${name}`
  throw invalidField(
    path,
    taken.archivedAt
      ? `${what} is archived. Restore it, or choose another name`
      : `${what} is registered already`,
  )
}
