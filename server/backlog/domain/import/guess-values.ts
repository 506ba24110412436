import {
  ITEM_STATUS_LABELS,
  ITEM_STATUSES,
  ITEM_TYPE_LABELS,
  ITEM_TYPES,
  type ItemStatus,
  type ItemType,
} from "../item"
import { normaliseWord } from "./mapping"

const STATUS_WORDS: Record<ItemStatus, string> = {
  idea: "backlog,new,open,proposed,funnel,triage,to triage,inbox,submitted,icebox,someday,captured",
  refine:
    "refinement,in refinement,refining,grooming,analysis,in analysis,analyzing,discovery,needs info,waiting for info,reopened,to be refined,design,in design,scoping",
  ready:
    "to do,todo,selected for development,ready for development,ready to start,ready for dev,approved,accepted,planned,next,unstarted,committed,selected,scheduled,up next",
  doing:
    "in progress,in development,development,started,active,wip,work in progress,blocked,on hold,paused,implementing,building",
  review:
    "in review,code review,peer review,reviewing,testing,in test,in testing,test,qa,in qa,uat,verify,verification,ready for test,ready for review,waiting for review,validation,pull request submitted,waiting for merge",
  done: "closed,resolved,complete,completed,released,shipped,fixed,merged,deployed,finished,live,verified",
  dropped:
    "won t do,wont do,won t fix,wontfix,not planned,cancelled,canceled,duplicate,rejected,invalid,abandoned,declined,removed,cannot reproduce,obsolete,discarded,archived",
}

const TYPE_WORDS: Record<ItemType, string> = {
  question: "spike,research,investigation,support,analysis,request for information,enquiry",
  hypothesis: "experiment,a b test,ab test,assumption",
  prototype: "poc,proof of concept,pilot,demo",
  epic: "initiative,theme,saga,programme,program",
  story:
    "user story,task,sub task,subtask,feature,new feature,improvement,enhancement,requirement,product backlog item,issue,change,technical task,work item,backlog",
  debt: "technical debt,tech debt,technicaldebt,chore,maintenance,refactoring,refactor,bug,defect,cleanup,documentation",
  incident_follow_up:
    "incident,post incident,problem,outage,corrective action,action item,post mortem action,postmortem action",
}

function dictionary<T extends string>(
  values: readonly T[],
  labels: Record<T, string>,
  words: Record<T, string>,
) {
  const found = new Map<string, T>()
  for (const value of values) {
    for (const word of [value, labels[value], ...words[value].split(",")])
      found.set(normaliseWord(word), value)
  }
  return found
}

const STATUSES = dictionary(ITEM_STATUSES, ITEM_STATUS_LABELS, STATUS_WORDS)
const TYPES = dictionary(ITEM_TYPES, ITEM_TYPE_LABELS, TYPE_WORDS)

/** Our status for a word of another tool (To Do, In Progress, Won't Do, …); null when it is not known. */
export const guessStatus = (text: string): ItemStatus | null => STATUSES.get(normaliseWord(text)) ?? null

/** Our type for a word of another tool (Task, Bug, Spike, …); null when it is not known. Bugs are debt. */
export const guessType = (text: string): ItemType | null => TYPES.get(normaliseWord(text)) ?? null

export type MemberName = { id: string; name: string; email: string }

/** The member a person of the file is: by e-mail, its local part, or the name. Null unless exactly one fits. */
export function guessOwner(text: string, members: readonly MemberName[]): string | null {
  const wanted = text.trim().toLowerCase()
  const mail = /<([^>]+@[^>]+)>/.exec(wanted)?.[1] ?? wanted
  const word = normaliseWord(text)
  const rules: ((member: MemberName) => boolean)[] = [
    (member) => member.email.toLowerCase() === mail,
    (member) => normaliseWord(member.name) === word,
    (member) => normaliseWord(member.email.split("@", 1)[0] ?? "") === word,
  ]
  for (const rule of rules) {
    const found = members.filter(rule)
    if (found.length === 1) return found[0]!.id
    if (found.length > 1) return null
  }
  return null
}

/** Guesses for all words of a column: the known ones by normalised word, and the words that nobody knows. */
export function guessWords<T>(
  values: Iterable<string>,
  guess: (text: string) => T | null,
): { known: Record<string, T>; unknown: string[] } {
  const known: Record<string, T> = {}
  const unknown = new Map<string, string>()
  for (const value of values) {
    const word = normaliseWord(value)
    if (word === "" || Object.hasOwn(known, word) || unknown.has(word)) continue
    const found = guess(value)
    if (found === null) unknown.set(word, value.trim())
    else known[word] = found
  }
  return { known, unknown: [...unknown.values()] }
}
