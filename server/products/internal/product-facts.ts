import type { RecordedFact } from "@/server/kernel/context"
import { inWords } from "@/server/kernel/domain/changed-fields"
import { LIFECYCLE_LABELS, type ProductFields } from "../domain/product"

type Changes = Partial<ProductFields>

const LABELS: Record<keyof ProductFields, string> = {
  domainId: "domain",
  name: "name",
  question: "question",
  description: "description",
  lifecycle: "lifecycle",
  ownerId: "owner",
  stewardId: "steward",
}

function sentence(name: string, after: Changes): string {
  const others = (Object.keys(after) as (keyof ProductFields)[]).filter((field) => field !== "name")
  const rest = inWords(others.map((field) => LABELS[field]))
  if (after.name === undefined) return `Changed the ${rest} of ${name}`
  return `Renamed ${name} to ${after.name}${rest ? ` and changed its ${rest}` : ""}`
}

/** What the trail says about a saved product: a change of lifecycle is a decision and gets its own record. */
export function productFacts(
  product: { id: string; name: string },
  before: Changes,
  after: Changes,
  reason: string,
): RecordedFact[] {
  const targets = [{ type: "product", id: product.id, name: after.name ?? product.name }]
  const why = reason ? { reason } : {}
  const { lifecycle: from, ...beforeRest } = before
  const { lifecycle: to, ...afterRest } = after
  const facts: RecordedFact[] = []
  if (from && to) {
    const summary = `Moved ${product.name} from ${LIFECYCLE_LABELS[from]} to ${LIFECYCLE_LABELS[to]}`
    facts.push({ targets, summary, before: { lifecycle: from }, after: { lifecycle: to }, ...why })
  }
  if (Object.keys(afterRest).length > 0) {
    facts.push({
      targets,
      summary: sentence(product.name, afterRest),
      before: beforeRest,
      after: afterRest,
      ...(facts.length === 0 ? why : {}),
    })
  }
  return facts
}
