const GDPR = "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
const CCPA =
  "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1798."

type Starter = { regulation: string; article: string; title: string; note: string; source: string }
const gdpr = (article: string, title: string, note: string): Starter => ({
  regulation: "GDPR",
  article,
  title,
  note,
  source: GDPR,
})
const ccpa = (section: string, title: string, note: string): Starter => ({
  regulation: "CCPA",
  article: `§1798.${section}`,
  title,
  note,
  source: `${CCPA}${section}`,
})

/** What a workspace may begin its register with: short, in our own words, no legal advice. */
export const STARTER_OBLIGATIONS: readonly Starter[] = [
  gdpr(
    "Art. 5",
    "Principles, and being able to show them",
    "Lawful, fair and open; for stated purposes; no more than needed; correct; no longer than needed; secure. We must be able to show all of it.",
  ),
  gdpr(
    "Art. 6",
    "A legal basis for every processing",
    "One of six bases has to hold before processing begins. Legitimate interests are weighed in writing.",
  ),
  gdpr(
    "Art. 25",
    "Data protection by design and by default",
    "Protection is built in from the first design, and the settings that nobody touched are the sparing ones.",
  ),
  gdpr(
    "Art. 30",
    "Record of processing",
    "A written record of each processing, as controller and as processor, that the authority gets when it asks.",
  ),
  gdpr(
    "Art. 32",
    "Security that fits the risk",
    "Technical and organisational measures, tested regularly: encryption, masking, restoring, access.",
  ),
  gdpr(
    "Art. 33",
    "Breaches to the authority within 72 hours",
    "From the moment we know of it, unless people are unlikely to be at risk. What comes later is explained.",
  ),
  gdpr(
    "Art. 35",
    "Impact assessment before high risks",
    "Before a processing that is likely to be a high risk to people, with the advice of the data protection officer.",
  ),
  gdpr(
    "Art. 36",
    "Asking the authority first",
    "When the assessment leaves a high risk that we cannot lower, the authority is asked before we begin.",
  ),
  ccpa(
    "100",
    "Saying what is collected, at collection",
    "Categories, purposes, whether it is sold or shared, and how long it is kept, when or before it is collected.",
  ),
  ccpa(
    "105",
    "Deleting when a consumer asks",
    "Delete, and have service providers delete, unless one of the exceptions holds.",
  ),
  ccpa(
    "110",
    "Saying what is known about a consumer",
    "On request: categories, sources, purposes, third parties, and the specific pieces of information.",
  ),
]

export const NOT_LEGAL_ADVICE = "Our own reading, not legal advice. Have it reviewed before you rely on it."
