import type { OpCtx } from "@/server/kernel/context"
import type { ThreadLink } from "@/server/products/domain/thread-link"
import { type CheckRow, missingOf, standingOf } from "./domain/checklist"
import { DELIVERABLE_LABELS } from "./domain/deliverable"
import { checklistsOf } from "./internal/checklist-rows"
import { judgeChecklists } from "./internal/judge-checklists"

type Product = { id: string; slug: string; ownerName: string | null }
type Told = Omit<ThreadLink, "id" | "name" | "href">

/**
 * The link "Definition of Done" of many products' threads, in a few queries: how many required checks hold, which is
 * the next that does not, and who owes it.
 */
export async function doneLinks(ctx: OpCtx, products: readonly Product[]): Promise<Map<string, ThreadLink>> {
  const checklists = await checklistsOf(
    ctx,
    "product",
    products.map(({ id }) => id),
  )
  const judged = await judgeChecklists(ctx, [...checklists.values()])
  const rowsOf = new Map(judged.map(({ subject, rows }) => [subject.id, rows]))
  const slug = ctx.caller.workspace?.slug ?? ""
  return new Map(
    products.map((product) => {
      const href = `/${slug}/products/${product.slug}#definition-of-done`
      const rows = rowsOf.get(product.id)
      const checklist = checklists.get(product.id)
      const told =
        rows && checklist
          ? toldBy(
              rows,
              `${DELIVERABLE_LABELS[checklist.deliverable]}, version ${checklist.templateVersion}`,
              product,
            )
          : unsaid(product)
      return [product.id, { id: "done", name: "Definition of Done", href, ...told }]
    }),
  )
}

const unsaid = ({ ownerName }: Product): Told => ({
  state: "unknown",
  word: "No checklist",
  fact: "Nobody has said what it delivers, so nobody knows when it is done",
  next: "Choose what it delivers",
  ...(ownerName && { owes: { name: ownerName } }),
  waits: true,
})

function toldBy(rows: readonly CheckRow[], by: string, { ownerName }: Product): Told {
  const { total, held, waived } = standingOf(rows)
  const [next] = missingOf(rows)
  const standing = {
    word: `${held} of ${total} checks`,
    fact: `**${held} of ${total}** required checks hold by ${by}`,
  }
  if (!next) {
    const until = waived > 0 ? `, ${waived} of them by a waiver` : ""
    return { state: waived > 0 ? "warning" : "good", ...standing, fact: standing.fact + until, waits: false }
  }
  return {
    state: rows.some(({ reopened, level }) => reopened && level === "required") ? "bad" : "warning",
    ...standing,
    next: `${next.title}: ${next.reason}`,
    ...(ownerName && { owes: { name: ownerName } }),
    waits: true,
  }
}
