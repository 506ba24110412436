import { z } from "zod"
import { askedRows } from "@/components/shell/prepare-pages"
import { counted } from "@/server/kernel/domain/counted"
import { type Count, type CoverageColumn, countWords } from "@/server/strategy/domain/coverage"

export const ITEMS_PAGE = 25

const ids = z.array(z.uuid()).max(100)

/** The domains in the address; what is no id is left out. */
export function domainsOf(params: URLSearchParams): string[] {
  const known = params.getAll("domain").filter((id) => z.uuid().safeParse(id).success)
  return ids.parse([...new Set(known)].slice(0, 100))
}

/** What to ask the server for; page and browser ask the same. */
export const coverageInput = (params: URLSearchParams) => ({ domainIds: domainsOf(params) })

export const uncoveredInput = (params: URLSearchParams) => ({
  domainIds: domainsOf(params),
  ...askedRows(params, { rows: ITEMS_PAGE }),
})

/** What a cell says when it is read aloud: "Delivery promise, O-2: product and 3 items". */
export function cellWords(product: string, { objective, keyResult }: CoverageColumn, count: Count): string {
  const goal = keyResult ? `${objective.key} ${keyResult.metric}` : objective.key
  return `${product}, ${goal}: ${countWords(count) ?? "nothing"}`
}

type Facts = {
  products: number
  orphanProducts: number
  objectives: number
  orphanObjectives: number
  items: number
}

/** The page's one line: what is not covered, on both sides. */
export function coverageState(facts: Facts): string {
  const gaps = [
    facts.orphanObjectives > 0 && `${counted(facts.orphanObjectives, "objective")} nobody works on`,
    facts.orphanProducts > 0 && `${counted(facts.orphanProducts, "product")} without an objective`,
    facts.items > 0 && `${counted(facts.items, "open item")} without an objective`,
  ].filter((words) => words !== false)
  const map = `${counted(facts.objectives, "objective")} and ${counted(facts.products, "product")}`
  return gaps.length > 0 ? `${map}: ${gaps.join(", ")}.` : `${map}, everything is covered.`
}
