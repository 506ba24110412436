import type { ScreeningQuestion } from "./screening"

type GuideEntry = {
  question: string
  /** What counts, in one or two sentences. */
  guidance: string
  example: string
  source: string
}

/** Every question of the screening in our own words, with what counts, an example and where it comes from. */
export const SCREENING_GUIDE: Record<ScreeningQuestion, GuideEntry> = {
  automated: {
    question:
      "Does it judge people automatically and in depth, with consequences in law or of similar weight?",
    guidance:
      "Personal traits are worked out systematically and extensively by a machine, and decisions rest on the result.",
    example: "A credit limit that follows from a score without anybody looking at it.",
    source: "Art. 35(3)(a) GDPR",
  },
  special_at_scale: {
    question: "Does it use special categories of data or data on offences on a large scale?",
    guidance:
      "Health, origin, belief, politics, union membership, sex life, genetics or biometrics (Art. 9), or convictions and offences (Art. 10), of many people.",
    example: "Allergy notes of all customers of a meal service.",
    source: "Art. 35(3)(b) GDPR",
  },
  public_monitoring: {
    question: "Does it watch a publicly accessible place systematically and on a large scale?",
    guidance: "Anybody may walk into the place, and the watching is planned rather than occasional.",
    example: "Counting visitors of all stores by the signals of their phones.",
    source: "Art. 35(3)(c) GDPR",
  },
  authority_list: {
    question: "Is it on your supervisory authority's list of processing that needs an assessment?",
    guidance:
      "Each authority publishes its own list. Look it up for every country concerned and name the entry.",
    example: "Many lists name the location of employees.",
    source: "Art. 35(4) GDPR",
  },
  exemption_list: {
    question: "Is it on your supervisory authority's list of processing that needs no assessment?",
    guidance:
      "Not every authority has one. A hit does not change the verdict; it is a ground on which the verdict may be overridden.",
    example: "Some lists name the payroll of small employers.",
    source: "Art. 35(5) GDPR",
  },
  scoring: {
    question: "Does it evaluate, score or profile people, or predict what they will do?",
    guidance: "Work, money, health, taste, behaviour, place: whatever is concluded about a person counts.",
    example: "A probability of leaving for every customer.",
    source: "WP248 rev.01, criterion 1",
  },
  automated_decision: {
    question: "Does a machine decide something with legal or similarly significant effect on a person?",
    guidance: "Being shut out, paying more or being treated differently counts; a different layout does not.",
    example: "Orders of some customers are refused by a fraud rule.",
    source: "WP248 rev.01, criterion 2",
  },
  monitoring: {
    question: "Are people observed, tracked or checked systematically?",
    guidance: "Also in a network, and also when those observed may not know by whom or cannot avoid it.",
    example: "Scans that show how long each picker pauses.",
    source: "WP248 rev.01, criterion 3",
  },
  sensitive: {
    question: "Are the data sensitive or very personal?",
    guidance:
      "Special categories and offences, and also what people keep to themselves: messages, whereabouts, money, diaries.",
    example: "Bank details next to the reasons for a complaint.",
    source: "WP248 rev.01, criterion 4",
  },
  large_scale: {
    question: "Is it large in people, volume, duration or area?",
    guidance:
      "No number is set. Weigh how many people, as a number and as a share, how much, how long and how far.",
    example: "All orders of three years in eleven countries.",
    source: "WP248 rev.01, criterion 5",
  },
  matching: {
    question: "Are data sets matched or combined in a way people would not expect?",
    guidance: "Typically data gathered for different purposes or by different controllers.",
    example: "Store visits joined with web sessions.",
    source: "WP248 rev.01, criterion 6",
  },
  vulnerable: {
    question: "Are there people who can hardly refuse or object?",
    guidance: "Children, patients, the elderly, asylum seekers, and employees towards their employer.",
    example: "Shift data of warehouse staff.",
    source: "WP248 rev.01, criterion 7",
  },
  innovation: {
    question: "Is technology or organisation used in a new way?",
    guidance: "New for the field counts, not only new for you: its effects on people may not be known yet.",
    example: "A language model that reads complaints.",
    source: "WP248 rev.01, criterion 8",
  },
  blocking: {
    question: "Can it keep people from a right, a service or a contract?",
    guidance: "The processing itself decides about access, or allows it only on a condition.",
    example: "Payment by invoice only after a check.",
    source: "WP248 rev.01, criterion 9",
  },
}
