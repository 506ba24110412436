import { classOf } from "@/server/catalog/domain/scheme"
import { schemeOf } from "@/server/catalog/scheme-of"
import type { OpCtx } from "@/server/kernel/context"
import { invalidField, sqlState } from "@/server/kernel/errors"

/** Two of one name could not be told apart. */
export const nameTaken = (path: string, what: string, name: string) =>
  invalidField(path, `A ${what} named ${name} exists already; choose another name`)

/** The database's own refusal of a taken name as a message at the field; any other error as it is. */
export function orNameTaken(path: string, what: string, name: string) {
  return (error: unknown): never => {
    throw sqlState(error) === "23505" ? nameTaken(path, what, name) : error
  }
}

/** @throws INVALID for a class that the workspace does not have, or has retired. */
export async function knownClass(
  ctx: OpCtx,
  path: string,
  classKey: string | null | undefined,
): Promise<void> {
  if (classKey == null) return
  const found = classOf(await schemeOf(ctx), classKey)
  if (!found || found.retired) throw invalidField(path, "Choose a class of this workspace")
}
