import type { AssetKind } from "@/server/catalog/domain/asset"
import type { Lifecycle } from "@/server/products/domain/product"

/** What an assessment rests on and does not hold itself; signed together with it. */
export type LinkedFacts = {
  product: {
    name: string
    question: string
    description: string
    lifecycle: Lifecycle
    domain: string
    owner: string | null
    steward: string | null
  }
  /** The highest level of its data in words; null where nothing is classified. */
  classification: string | null
  assets: {
    key: string
    name: string
    kind: AssetKind
    location: string
    fields: { name: string; level: string | null; class: string | null }[]
  }[]
}

/** First texts of an assessment from what is known, by question; people go on from there. */
export function prefilledAnswers({ product, assets }: LinkedFacts): { questionId: number; text: string }[] {
  const what = `**${product.name}** answers: ${product.question}${product.description ? `\n\n${product.description}` : ""}`
  const people = [
    product.owner && `${product.owner} owns the product ${product.name}.`,
    product.steward && `${product.steward} is its data steward.`,
  ].filter((line) => line !== null)
  const held = assets.map(({ name, kind, location, fields }) => {
    const columns = fields.length > 0 ? `: ${fields.map((field) => field.name).join(", ")}` : ""
    return `- ${name} (${kind}${location ? `, ${location}` : ""})${columns}`
  })
  return [
    { questionId: 111, text: what },
    { questionId: 112, text: people.join(" ") },
    { questionId: 121, text: held.join("\n") },
  ].filter(({ text }) => text !== "")
}
