import type { DemoRisk } from "./write-assessment"

/** The impact assessment of Churn signals: answers by question, lists one entry per line. */
export const CHURN_TEXTS: Record<number, string> = {
  112: "Northmark Retail is the controller. Karin Aalto owns the product, Marek Novak is its data steward. The warehouse is run by a processor in the Union.",
  113: "The company's own rules on profiling, and the code of conduct of the retail association.",
  121: "Customer number, orders, returns and complaints of two years, and the signal that follows from them. Two years after the last order they are deleted. The care team sees names and signals, analysts see pseudonyms.",
  122: "1. Orders and complaints arrive every night.\n2. Names are replaced by pseudonyms on loading.\n3. A model gives each customer a signal.\n4. Names are resolved again only in the care team's list.\n5. Lists are deleted after 30 days.",
  123: "The warehouse, the model's runtime and the care team's tool. No paper.",
  211: "To call customers who are about to leave, and for nothing else: no prices, no credit, no advertising to others.",
  212: "Consent to being called, Art. 6(1)(a). For the signal itself a legitimate interest, Art. 6(1)(f): few effects on people, who can object at any time.",
  213: "Free text of complaints stays where it is; only its category is used. Addresses and dates of birth are not loaded.",
  214: "Signals are worked out anew every night. A wrong category is corrected at its source by customer care.",
  215: "Two years after the last order, because churn shows in the second year. Lists of the care team: 30 days.",
  221: "In the privacy notice under “calls and offers”, and in the first sentence of each call.",
  222: "A box in the account that is not ticked. Taken back in the account or on the phone, at once.",
  223: "In the account under “my data”, as a file too.",
  224: "Through the desk for people's requests; the signal goes with the next run.",
  225: "An objection in the account stops the signal from the next night on.",
  226: "One processor, the warehouse, by contract of 2025 with audits.",
  227: "No data leave the Union.",
}

/** In the order of the parts 3.2, 3.3 and 3.4. */
export const CHURN_RISKS: DemoRisk[] = [
  {
    impacts: ["People learn that they are watched for leaving", "Complaints become known to others"],
    threats: ["A list of the care team is passed on", "A role sees more than it needs"],
    sources: ["Staff of the care team", "Somebody outside with a stolen account"],
    measures: ["Pseudonyms", "Roles down to the column", "Exports limited"],
    severity: [3, "A list shows who complained about what."],
    likelihood: [2, "Lists carry a mark of who took them and expire after 30 days."],
    inherent: [3, 4],
  },
  {
    impacts: ["A faithful customer is called in vain", "An objection is not heeded"],
    threats: ["A faulty load mixes up customers"],
    sources: ["A job that fails half-way", "A mistaken rule"],
    measures: ["Checks on every run"],
    severity: [2, "A call too many is a nuisance; an objection that is not heeded is more."],
    likelihood: [2, "A run whose checks fail does not deliver."],
    inherent: [2, 3],
  },
  {
    impacts: ["Nobody is called for some days"],
    threats: ["The warehouse fails"],
    sources: ["A failure of hardware"],
    measures: ["Backups that were restored"],
    severity: [1, "People notice nothing."],
    likelihood: [2, "A restore was rehearsed in the last quarter."],
    inherent: [1, 3],
  },
]

export const CHURN_MEASURES = ["pseudonyms", "role-access", "export-limit", "tests", "backup", "rights-desk"]
