import { type ActivityFields, isSensitive } from "./processing-activity"

/** What is missing, and where the law asks for it. */
export type ActivityGap = { article: string; missing: string }

type Check = [open: boolean, article: string, missing: string]

const list = (names: readonly string[]) =>
  names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ")

function ofController(fields: ActivityFields): Check[] {
  const undated = fields.categories.filter(({ retention }) => retention === "").map(({ name }) => name)
  return [
    [fields.controllers === "", "30(1)(a)", "Name and contact of the controller"],
    [fields.officer === "", "30(1)(a)", "Data protection officer, or why there is none"],
    [fields.purposes === "", "30(1)(b)", "Purposes"],
    [fields.people.length === 0, "30(1)(c)", "Categories of people"],
    [fields.categories.length === 0, "30(1)(c)", "Categories of data"],
    [fields.recipients.length === 0, "30(1)(d)", "Categories of recipients"],
    [undated.length > 0, "30(1)(f)", `When it is erased: ${list(undated)}`],
    [fields.legalBasis === null, "6(1)", "Legal basis"],
    [isSensitive(fields) && fields.specialCondition === null, "9(2)", "Condition for the special categories"],
  ]
}

function ofProcessor(fields: ActivityFields): Check[] {
  return [
    [fields.controllers === "", "30(2)(a)", "Name and contact of each controller"],
    [fields.officer === "", "30(2)(a)", "Data protection officer, or why there is none"],
    [fields.workDone === "", "30(2)(b)", "What is done for each controller"],
  ]
}

/** What the record still misses, in the order of Art. 30(1) or 30(2) GDPR; empty: complete. */
export function activityGaps(fields: ActivityFields): ActivityGap[] {
  const controller = fields.role === "controller"
  const [transfers, security] = controller ? ["30(1)(e)", "30(1)(g)"] : ["30(2)(c)", "30(2)(d)"]
  const unsafe = fields.transfers.filter(({ safeguards }) => safeguards === "").map(({ country }) => country)
  const checks: Check[] = [
    ...(controller ? ofController(fields) : ofProcessor(fields)),
    [fields.transfersOutside === null, transfers, "Whether data leaves the European Union"],
    [fields.transfersOutside === true && fields.transfers.length === 0, transfers, "Countries it goes to"],
    [fields.transfersOutside === true && unsafe.length > 0, transfers, `Safeguards for ${list(unsafe)}`],
    [fields.security === "", security, "Security measures in general terms"],
  ]
  return checks.filter(([open]) => open).map(([, article, missing]) => ({ article, missing }))
}
