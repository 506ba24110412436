import { z } from "zod"
import type { OpCtx } from "@/server/kernel/context"
import { conflict, invalidField, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { BUILT_IN_FRAMEWORKS } from "./domain/built-in-frameworks"
import type { Framework } from "./domain/framework"
import { frameworkSchema } from "./domain/framework-rules"
import { type FrameworkRow, selectFrameworks } from "./internal/framework-rows"
import { insertVersion, sameDefinition } from "./internal/insert-version"

function checkNames(rows: FrameworkRow[], { key, name }: Framework): void {
  const latest = rows.filter((row, index) => rows[index - 1]?.key !== row.key)
  const same = (other: string) => other.toLowerCase() === name.toLowerCase()
  if (latest.some((row) => row.key !== key && same(row.definition.name))) {
    throw invalidField(
      "definition.name",
      `Another framework is called ${name}; give this one a name of its own`,
    )
  }
}

async function publish(ctx: OpCtx, definition: Framework, basedOn: number) {
  const { key } = definition
  const rows = await selectFrameworks(ctx)
  const latest = rows.find((row) => row.key === key)
  if (latest && basedOn === 0) {
    throw invalidField(
      "definition.key",
      `The key ${key} belongs to ${latest.definition.name}; choose another`,
    )
  }
  if ((latest?.version ?? 0) !== basedOn) throw conflict("The framework", latest ?? null)
  checkNames(rows, definition)
  if (latest && sameDefinition(latest.definition, definition)) return { id: latest.id, key, version: basedOn }
  const published = await insertVersion(ctx, definition, basedOn + 1, latest?.definition)
  if (!published) throw conflict("The framework", null)
  return published
}

/**
 * Publishes the next version of a framework of one's own. It is never changed afterwards, and scores given under
 * earlier versions stay with them. `basedOn` is the version the editor saw, 0 for a new framework.
 * @throws CONFLICT with the latest version, INVALID at the field, RULE_BROKEN for a built-in framework.
 */
export const publishFramework = command("scoring.publishFramework", {
  permission: "scoring.configure",
  input: z.object({ definition: frameworkSchema, basedOn: z.number().int().min(0).default(0) }),
  async run(ctx, { definition, basedOn }) {
    const builtIn = BUILT_IN_FRAMEWORKS.find(({ key }) => key === definition.key)
    if (builtIn)
      throw ruleBroken(`${builtIn.name} is built in and stays as published. Copy it as your own framework`)
    return publish(ctx, definition, basedOn)
  },
})
