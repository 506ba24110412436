/**
 * The structure of an assessment: 36 questions whose numbers are those of the CNIL's exchange format. All wording is our
 * own.
 */

type QuestionKind = "text" | "list" | "gauge"
/** What is evaluated: the part as a whole, each of its questions, or each measure. */
type EvaluationMode = "item" | "question" | "measure"

export type Question = { id: number; kind: QuestionKind; title: string; help: string }
export type Part = { id: string; title: string; mode: EvaluationMode; questions: readonly Question[] }
type Section = { id: string; title: string; parts: readonly Part[] }

const text = (id: number, title: string, help: string): Question => ({ id, kind: "text", title, help })

/** The three feared events of the method; `part` is their place in the exchange format. */
export const FEARED_EVENTS = ["access", "change", "loss"] as const
export type FearedEvent = (typeof FEARED_EVENTS)[number]

export const FEARED_EVENT_FACTS: Record<
  FearedEvent,
  { part: string; base: number; title: string; help: string }
> = {
  access: {
    part: "3.2",
    base: 320,
    title: "Somebody sees data who should not",
    help: "Data reach people without a right to them, inside or outside, whether or not they use them.",
  },
  change: {
    part: "3.3",
    base: 330,
    title: "Data are changed unintentionally or wrongly",
    help: "Data become wrong, by a mistake or on purpose, and people are treated by what is not true.",
  },
  loss: {
    part: "3.4",
    base: 340,
    title: "Data disappear",
    help: "Data are gone or out of reach when people need them.",
  },
}

/** The six fields of a risk, in the order of the question numbers 1 to 6. */
const RISK_FIELDS = ["impacts", "threats", "sources", "measures", "severity", "likelihood"] as const
export type RiskField = (typeof RISK_FIELDS)[number]

const RISK_WORDS: Record<RiskField, { kind: QuestionKind; title: string; help: string }> = {
  impacts: {
    kind: "list",
    title: "What would it do to people?",
    help: "From their side: to body, money, standing, freedom. One per entry.",
  },
  threats: {
    kind: "list",
    title: "How could it come about?",
    help: "The ways that lead there: a lost device, a wrong grant, a faulty job. One per entry.",
  },
  sources: {
    kind: "list",
    title: "Who or what could cause it?",
    help: "People inside and outside, meaning it or not, and what is not a person: fire, failure, malware.",
  },
  measures: {
    kind: "list",
    title: "Which measures work against it?",
    help: "Choose from the measures of this assessment.",
  },
  severity: {
    kind: "gauge",
    title: "How severe is it for people, with the measures that exist or are planned?",
    help: "Judge by the worst of the impacts, and say why.",
  },
  likelihood: {
    kind: "gauge",
    title: "How likely is it, with the measures that exist or are planned?",
    help: "Judge by how weak the spots are and how able the sources, and say why.",
  },
}

/** The number of a risk's question: severity of the event "access" is 325. */
export const riskQuestionId = (event: FearedEvent, field: RiskField): number =>
  FEARED_EVENT_FACTS[event].base + RISK_FIELDS.indexOf(field) + 1

const riskPart = (event: FearedEvent): Part => ({
  id: FEARED_EVENT_FACTS[event].part,
  title: FEARED_EVENT_FACTS[event].title,
  mode: "item",
  questions: RISK_FIELDS.map((field) => ({ id: riskQuestionId(event, field), ...RISK_WORDS[field] })),
})

export const SECTIONS: readonly Section[] = [
  {
    id: "1",
    title: "Context",
    parts: [
      {
        id: "1.1",
        title: "The processing",
        mode: "item",
        questions: [
          text(
            111,
            "What is done with the data, and why?",
            "Name the processing, its aim, what it is good for and for whom.",
          ),
          text(
            112,
            "Who is responsible for what?",
            "Controller, joint controllers and processors, and who answers for each part.",
          ),
          text(
            113,
            "Which standards, codes or certificates apply?",
            "Approved codes of conduct (Art. 40), certificates (Art. 42), rules of the trade, own policies.",
          ),
        ],
      },
      {
        id: "1.2",
        title: "Data and their path",
        mode: "item",
        questions: [
          text(
            121,
            "Which data, how long, and who gets them?",
            "Each kind of data with its retention, its recipients and who has access.",
          ),
          text(
            122,
            "Which path do the data take?",
            "From where they are collected, step by step, to where they are deleted.",
          ),
          text(
            123,
            "What carries them?",
            "Systems, networks, places, paper and people that hold or move the data.",
          ),
        ],
      },
    ],
  },
  {
    id: "2",
    title: "Principles",
    parts: [
      {
        id: "2.1",
        title: "Necessity and proportionality",
        mode: "question",
        questions: [
          text(
            211,
            "Are the purposes specific, stated and legitimate?",
            "Art. 5(1)(b). Write them so that somebody could tell what is outside of them.",
          ),
          text(
            212,
            "What is the legal basis?",
            "Art. 6(1), and Art. 9(2) for special categories. For a legitimate interest, the balance that was struck.",
          ),
          text(
            213,
            "Is every item of data needed?",
            "Art. 5(1)(c). Say for each kind why less would not do.",
          ),
          text(
            214,
            "Are the data right and up to date?",
            "Art. 5(1)(d). How errors are noticed and who corrects them.",
          ),
          text(
            215,
            "How long are they kept, and why so long?",
            "Art. 5(1)(e). A period and a start for each kind, and what happens at its end.",
          ),
        ],
      },
      {
        id: "2.2",
        title: "Rights of the people concerned",
        mode: "question",
        questions: [
          text(221, "How are people told?", "Art. 12 to 14. When, where and in which words."),
          text(
            222,
            "How is consent obtained, where it is the basis?",
            "Art. 7 and 8. How it is asked for, proved and taken back.",
          ),
          text(223, "How do people see their data and take them along?", "Art. 15 and 20."),
          text(224, "How are data corrected and erased on request?", "Art. 16 and 17."),
          text(225, "How do people restrict or object?", "Art. 18, 21 and 22."),
          text(
            226,
            "Are the duties of processors laid down in a contract?",
            "Art. 28. Name each processor and its contract.",
          ),
          text(
            227,
            "Are data that leave the Union protected?",
            "Chapter V. Country, recipient and the safeguard for each transfer.",
          ),
        ],
      },
    ],
  },
  {
    id: "3",
    title: "Risks",
    parts: [
      { id: "3.1", title: "Measures", mode: "measure", questions: [] },
      riskPart("access"),
      riskPart("change"),
      riskPart("loss"),
    ],
  },
]

export const PARTS: readonly Part[] = SECTIONS.flatMap(({ parts }) => parts)
export const QUESTIONS: readonly Question[] = PARTS.flatMap(({ questions }) => questions)

const byId = new Map(QUESTIONS.map((question) => [question.id, question]))
const partByQuestion = new Map(PARTS.flatMap((part) => part.questions.map(({ id }) => [id, part] as const)))

export const findQuestion = (id: number): Question | undefined => byId.get(id)
export const partOfQuestion = (id: number): Part | undefined => partByQuestion.get(id)

/** The feared event whose part this is; undefined for the other parts. */
export const eventOfPart = (part: string): FearedEvent | undefined =>
  FEARED_EVENTS.find((event) => FEARED_EVENT_FACTS[event].part === part)
