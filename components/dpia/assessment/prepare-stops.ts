import type { State } from "@/components/ui/icon"
import type { AssessmentDetails, AssessmentState } from "@/server/dpia/domain/assessment-row"
import { adviceProblem, PART_STATE_LABELS, peopleProblem } from "@/server/dpia/domain/completeness"
import { PARTS, type Part, SECTIONS } from "@/server/dpia/domain/questions"
import { PART_LOOKS } from "../prepare-states"

/** Handed in, decided on or put away: it is read, and written in only after it was reopened. */
export const isLocked = (state: AssessmentState) =>
  state === "in_review" || state === "approved" || state === "archived"

export type Stop = {
  id: string
  /** "1.1"; empty for what the method does not number. */
  number: string
  title: string
  state: State
  /** Spoken and on hover: "Being written". */
  stateWords: string
  /** "2 of 3" */
  count: string
}
export type StopGroup = { title: string; stops: Stop[] }

const stop = (id: string, title: string, state: State, stateWords: string, count = ""): Stop => ({
  id,
  number: "",
  title,
  state,
  stateWords,
  count,
})

function partStop(part: Part, { parts }: AssessmentDetails): Stop {
  const found = parts.find((one) => one.part === part.id)
  const state = found?.state ?? "empty"
  return {
    ...stop(part.id, part.title, PART_LOOKS[state], PART_STATE_LABELS[state]),
    number: part.id,
    count: found ? `${found.answered} of ${found.total}` : "",
  }
}

function adviceStop({ advice, people }: AssessmentDetails): Stop {
  const problem =
    adviceProblem(advice, advice.overruled?.reason ?? "") !== undefined
      ? "The officer's advice is missing"
      : peopleProblem(people) !== undefined
        ? "The views of the people concerned are missing"
        : null
  const given = (advice.status !== null ? 1 : 0) + (peopleProblem(people) === undefined ? 1 : 0)
  return stop(
    "opinions",
    "Advice and views",
    problem ? "warning" : "good",
    problem ?? "Given",
    `${given} of 2`,
  )
}

function consultationStop({ consultation }: AssessmentDetails): Stop {
  const { needed, clock } = consultation
  if (clock) {
    const look = clock.state === "answered" ? "good" : clock.state === "late" ? "bad" : "warning"
    return stop("consultation", "Prior consultation", look, "Asked for")
  }
  const words = needed ? "A high risk remains: the authority has to be asked" : "Not needed"
  return stop("consultation", "Prior consultation", needed ? "bad" : "later", words)
}

function validationStop({ state, problems }: AssessmentDetails): Stop {
  if (state === "approved") return stop("validation", "Validation", "good", "Approved")
  if (state === "in_review") return stop("validation", "Validation", "warning", "Waits for approval")
  const open = problems.length
  if (open === 0) return stop("validation", "Validation", "warning", "Ready to be handed in")
  return stop("validation", "Validation", "later", "Something is missing", `${open} open`)
}

/** The table of contents: the method's parts in their order, and what it asks for around them. */
export function stopGroups(assessment: AssessmentDetails): StopGroup[] {
  const [context, principles, risks] = SECTIONS.map(({ parts }) =>
    parts.map((part) => partStop(part, assessment)),
  )
  const own = assessment.risks.filter(({ event }) => event === null)
  const estimated = assessment.risks.filter(({ weight }) => weight !== "unknown").length
  const actions = assessment.actions.filter(({ item }) => item.status === "done").length
  const total = assessment.risks.length
  return [
    {
      title: "Context",
      stops: [...(context ?? []), stop("flow", "Data flow", "later", "Drawn from what is known")],
    },
    { title: "Principles", stops: principles ?? [] },
    {
      title: "Risks",
      stops: [
        ...(risks ?? []),
        stop("own", "Further risks", "later", "As many as needed", String(own.length)),
        stop(
          "map",
          "Risk map",
          estimated === total ? "good" : "later",
          estimated === total ? "All estimated" : "Not all estimated",
          `${estimated} of ${total}`,
        ),
      ],
    },
    {
      title: "Validation",
      stops: [
        stop(
          "plan",
          "Action plan",
          actions === assessment.actions.length ? "good" : "warning",
          `${actions} of ${assessment.actions.length} done`,
          `${actions} of ${assessment.actions.length}`,
        ),
        adviceStop(assessment),
        consultationStop(assessment),
        validationStop(assessment),
        stop("versions", "Versions", "later", "What was handed in", String(assessment.revisions.length)),
      ],
    },
  ]
}

const IDS = [
  ...["1.1", "1.2", "flow", "2.1", "2.2", "3.1", "3.2", "3.3", "3.4", "own", "map"],
  ...["plan", "opinions", "consultation", "validation", "versions"],
]

/** The stop that the address names; the first one that is not finished otherwise. */
export function chosenStop(asked: string | null, assessment: AssessmentDetails): string {
  if (asked !== null && IDS.includes(asked)) return asked
  if (isLocked(assessment.state)) return "validation"
  const open = assessment.parts.find(({ state }) => state !== "evaluated")
  return open?.part ?? "validation"
}

/** The neighbours of a stop in reading order. */
export function neighbours(id: string): { previous: string | null; next: string | null } {
  const at = IDS.indexOf(id)
  return { previous: IDS[at - 1] ?? null, next: at < 0 ? null : (IDS[at + 1] ?? null) }
}

export const findPart = (id: string): Part | undefined => PARTS.find((part) => part.id === id)
