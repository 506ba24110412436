import type { DataClass, Level, Scheme } from "./scheme"

const levels: Level[] = [
  {
    key: "public",
    name: "Public",
    description: "Meant for everybody, inside and outside. Harm by disclosure: none.",
    atRest: "none",
    inTransit: "recommended",
    masking: "none",
    access: "Anybody",
    export: "Free, once the owner has published it",
    retention: "As long as it is useful",
    retired: false,
  },
  {
    key: "internal",
    name: "Internal",
    description: "For people of the company. Harm by disclosure: embarrassment or small loss.",
    atRest: "recommended",
    inTransit: "required",
    masking: "none",
    access: "Everybody in the company",
    export: "Inside the company, and to partners under contract",
    retention: "Delete when nobody needs it; look once a year",
    retired: false,
  },
  {
    key: "confidential",
    name: "Confidential",
    description:
      "For those who need it. Personal data starts here. Harm by disclosure: real, to people or business.",
    atRest: "required",
    inTransit: "required",
    masking: "recommended",
    access: "By role, on request, with an end date",
    export: "Only with the owner's consent, encrypted",
    retention: "By rule and purpose; deletion is recorded",
    retired: false,
  },
  {
    key: "restricted",
    name: "Restricted",
    description:
      "For named people. Special categories, identity numbers, secrets. Harm by disclosure: grave.",
    atRest: "required",
    inTransit: "required",
    masking: "required",
    access: "Named people, approved one by one, reviewed every quarter",
    export: "Not allowed without the privacy officer",
    retention: "Shortest that the purpose allows; deletion is recorded",
    retired: false,
  },
]

type Facts = { personal?: false; special?: true; level: string | null }
const kind = (key: string, name: string, description: string, facts: Facts): DataClass => ({
  key,
  name,
  description,
  personal: facts.personal ?? true,
  special: facts.special ?? false,
  levelKey: facts.level,
  retired: false,
})

const classes: DataClass[] = [
  kind("email", "E-mail address", "An address that reaches a person", { level: "confidential" }),
  kind("phone", "Phone number", "A number that reaches a person", { level: "confidential" }),
  kind("person_name", "Name of a person", "First, last or full name", { level: "confidential" }),
  kind("postal_address", "Postal address", "Street, house, postcode, town of a person", {
    level: "confidential",
  }),
  kind("account", "Account or customer number", "Points to one person in our own systems", {
    level: "confidential",
  }),
  kind("online_id", "Online identifier", "IP address, cookie, device", { level: "confidential" }),
  kind("birth_date", "Date of birth or age", "Also the year alone", { level: "confidential" }),
  kind("national_id", "Identity number", "National, tax, social security, passport, licence", {
    level: "restricted",
  }),
  kind("location", "Location of a person", "Where somebody is or was", { level: "confidential" }),
  kind("payment", "Payment data", "Account, card, bank of a person", { level: "restricted" }),
  kind("employment", "Employment and pay", "Salary, contract, appraisal of staff", {
    level: "restricted",
  }),
  kind("health", "Health", "Art. 9: illness, treatment, disability, pregnancy", {
    special: true,
    level: "restricted",
  }),
  kind("biometric", "Biometric or genetic data", "Art. 9: fingerprint, face, voice, genes", {
    special: true,
    level: "restricted",
  }),
  kind("origin_belief", "Origin, belief or opinion", "Art. 9: ethnic origin, religion, politics, union", {
    special: true,
    level: "restricted",
  }),
  kind("sexuality", "Sex life or orientation", "Art. 9", { special: true, level: "restricted" }),
  kind("criminal", "Criminal record", "Art. 10: convictions and offences", { level: "restricted" }),
  kind("credential", "Password or key", "Gives access to something", {
    personal: false,
    level: "restricted",
  }),
  kind("free_text", "Free text", "People write into it what nobody foresaw", { level: "confidential" }),
  kind("none", "Not about people", "Figures, codes and words that point to nobody", {
    personal: false,
    level: null,
  }),
]

/** What a workspace begins with. It applies until somebody changes the scheme. */
export const DEFAULT_SCHEME: Scheme = { levels, classes }

/** The class that says: looked at, and it is not about people. */
export const NOT_PERSONAL = "none"
