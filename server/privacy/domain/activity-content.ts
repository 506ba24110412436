import {
  type ActivityFields,
  type ActivityWords,
  LEGAL_BASIS_LABELS,
  MECHANISM_LABELS,
  PARTY_ROLE_LABELS,
  PROCESSING_ROLE_LABELS,
  SPECIAL_CONDITION_LABELS,
} from "./processing-activity"

type Linked = {
  key: string
  version: number
  fields: ActivityFields
  products: { name: string }[]
  assessment: { key: string; name: string; state: string } | null
  owner: { name: string } | null
}

/** One point of the record as words: what paper, files and the signer read. Empty: nothing was said. */
type ActivityPoint = { label: string; article: string; values: string[] }

const one = (text: string | null | undefined) => (text ? [text] : [])

const point = (label: string, article: string, values: string[]): ActivityPoint => ({
  label,
  article,
  values,
})

/** What an entry says itself, in the order of Art. 30(1), or of Art. 30(2) for a processor. */
function wordPoints(fields: ActivityWords): ActivityPoint[] {
  const controller = fields.role === "controller"
  const at = (first: string, second: string) => (controller ? `30(1)(${first})` : `30(2)(${second})`)
  const { legalBasis, specialCondition, transfersOutside } = fields
  const outside = transfersOutside === false ? ["None outside the European Union"] : []
  const basis = legalBasis === null ? [] : [LEGAL_BASIS_LABELS[legalBasis]]
  const condition = specialCondition === null ? [] : [SPECIAL_CONDITION_LABELS[specialCondition]]
  return [
    point("Role", "30", [PROCESSING_ROLE_LABELS[fields.role]]),
    point(controller ? "Controller" : "Controllers worked for", at("a", "a"), one(fields.controllers)),
    point("Joint controllers", at("a", "a"), one(fields.jointControllers)),
    point("Representative", at("a", "a"), one(fields.representative)),
    point("Data protection officer", at("a", "a"), one(fields.officer)),
    point("Purposes", controller ? "30(1)(b)" : "", one(fields.purposes)),
    ...(controller ? [] : [point("Done for each controller", "30(2)(b)", one(fields.workDone))]),
    point("Legal basis", "6(1)", [...basis, ...one(fields.basisNote)]),
    point("Condition for special categories", "9(2)", condition),
    point("People", controller ? "30(1)(c)" : "", fields.people),
    point(
      "Data",
      controller ? "30(1)(c)" : "",
      fields.categories.map(({ name, special }) => (special ? `${name} (special category)` : name)),
    ),
    point("Recipients", controller ? "30(1)(d)" : "", fields.recipients),
    point(
      "Processors and other parties",
      controller ? "30(1)(d)" : "",
      fields.parties.map(({ name, role, country }) =>
        [`${name}: ${PARTY_ROLE_LABELS[role].toLowerCase()}`, country].filter(Boolean).join(", "),
      ),
    ),
    point(
      "Transfers",
      at("e", "c"),
      transfersOutside
        ? fields.transfers.map(({ to, country, mechanism, safeguards }) =>
            [`${to}, ${country}: ${MECHANISM_LABELS[mechanism]}`, safeguards].filter(Boolean).join(". "),
          )
        : outside,
    ),
    point(
      "Erased",
      controller ? "30(1)(f)" : "",
      fields.categories.map(({ name, retention }) => `${name}: ${retention || "not said"}`),
    ),
    point("Security", at("g", "d"), one(fields.security)),
  ]
}

/** The points that the risks to people depend on. */
const OF_RISK = new Set([
  "Purposes",
  "Done for each controller",
  "Legal basis",
  "Condition for special categories",
  "People",
  "Data",
  "Recipients",
  "Processors and other parties",
  "Transfers",
  "Erased",
])

/** What an entry says of a processing, as far as its risks depend on it; where nothing was said there is no point. */
export const riskPoints = (words: ActivityWords): ActivityPoint[] =>
  wordPoints(words).filter(({ label, values }) => OF_RISK.has(label) && values.length > 0)

/** The record point by point: what it says, and what it is linked to. */
export function activityPoints({ fields, products, assessment, owner }: Linked): ActivityPoint[] {
  return [
    ...wordPoints(fields),
    point(
      "Products",
      "",
      products.map(({ name }) => name),
    ),
    point("Impact assessment", "35", assessment ? [`${assessment.key} ${assessment.name}`] : []),
    point("Answers for it", "", one(owner?.name)),
    point("Next review", "", one(fields.nextReviewOn)),
  ]
}

/** What the approver sees and signs. */
export function signedActivity(activity: Linked): Record<string, unknown> {
  const points = activityPoints(activity).filter(({ values }) => values.length > 0)
  return {
    record: activity.key,
    version: activity.version,
    name: activity.fields.name,
    ...Object.fromEntries(
      points.map(({ label, values }) => [label, values.length === 1 ? values[0] : values]),
    ),
    assessmentState: activity.assessment?.state ?? null,
  }
}
