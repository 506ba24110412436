import { eq } from "drizzle-orm"
import { dodTemplates } from "@/db/schema/dod"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { ReadingProvider } from "@/server/privacy/control-readings"
import { CHECKS, findCheck } from "./checks"
import { checkReading } from "./domain/check-reading"
import type { Deliverable } from "./domain/deliverable"
import type { Template } from "./domain/template"
import { countChecks, type WantedCheck } from "./internal/count-checks"

type Version = { id: string; deliverable: Deliverable; version: number; definition: Template }

const publishedVersions = (ctx: OpCtx): Promise<Version[]> =>
  ctx.db
    .select({
      id: dodTemplates.id,
      deliverable: dodTemplates.deliverable,
      version: dodTemplates.version,
      definition: dodTemplates.definition,
    })
    .from(dodTemplates)
    .where(own(ctx, dodTemplates, eq(dodTemplates.state, "published")))
    .orderBy(dodTemplates.version)

/** What a version requires of the check, or of every computed check where none is named. */
const requiredChecks = ({ definition }: Version, checkId: string | null) =>
  definition.checks.flatMap((check) =>
    check.kind === "computed" && check.level === "required" && (checkId ?? check.check) === check.check
      ? [check]
      : [],
  )

function wantedOf(version: Version, checkId: string | null): WantedCheck[] {
  return requiredChecks(version, checkId).map(({ key, check }) => {
    const subjects = findCheck(check)?.subjects ?? ["item", "product"]
    const on = { items: subjects.includes("item"), products: subjects.includes("product") }
    return { of: checkId ?? "", templateId: version.id, key, ...on }
  })
}

/** Controls that stand on a computed check of the Definitions of Done: handed to privacy by server/compose.ts. */
export const checkControls: ReadingProvider = {
  choices: () => CHECKS.map(({ id, label }) => ({ id, label })),
  async read(ctx, controls) {
    const versions = await publishedVersions(ctx)
    const newest = [...new Map(versions.map((version) => [version.deliverable, version])).values()]
    const checkIds = [...new Set(controls.map(({ checkId }) => checkId))]
    const wanted = checkIds.flatMap((checkId) => versions.flatMap((version) => wantedOf(version, checkId)))
    const counts = new Map((await countChecks(ctx, wanted)).map((row) => [row.of, row]))
    return new Map(
      controls.map(({ id, checkId }) => {
        const requiredIn = newest.filter((version) => requiredChecks(version, checkId).length > 0).length
        const { asked = 0, met = 0, doneWithout = 0 } = counts.get(checkId ?? "") ?? {}
        return [id, checkReading({ published: newest.length, requiredIn, asked, met, doneWithout })]
      }),
    )
  },
}
