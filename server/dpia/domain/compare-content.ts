import { canonicalText } from "@/server/kernel/domain/canonical-text"
import type { SignedContent } from "./signed-content"

/** A heading with what stands under it in two versions, as text; null where a version has nothing there. */
export type Difference = {
  section: string
  title: string
  before: string | null
  after: string | null
  changed: boolean
}

type Entry = { section: string; key: string; title: string; text: string }

const lines = (...parts: (string | null | undefined | false)[]) => parts.filter((part) => part).join("\n")

function entriesOf(content: SignedContent): Entry[] {
  const { answers, measures, risks, evaluations, actionPlan, advice, people, facts, known } = content
  return [
    ...[
      { section: "Assessment", key: "name", title: "Name", text: content.name },
      { section: "Assessment", key: "category", title: "Category", text: content.category },
      { section: "Assessment", key: "author", title: "Author", text: content.author },
      { section: "Assessment", key: "review", title: "Review", text: content.reviewOn ?? "" },
      { section: "Assessment", key: "adjustments", title: "Adjustments", text: content.adjustments },
    ],
    ...answers.map(({ question, part, title, text, gauge, list }) => ({
      section: part,
      key: `answer ${question}`,
      title,
      text: lines(text, gauge > 0 && `Level ${gauge}`, ...list.map((entry) => `- ${entry}`)),
    })),
    ...measures.map(({ number, title, content: text }) => ({
      section: "3.1",
      key: `measure ${number}`,
      title,
      text: lines(title, text),
    })),
    ...risks.map(({ id, title, inherent, estimate, residual, ...risk }) => ({
      section: "Risks",
      key: `risk ${id}`,
      title,
      text: lines(
        title,
        `Before measures: ${inherent.words}`,
        `With measures: ${estimate.words}`,
        `With the action plan: ${residual.words}`,
        ...[...risk.impacts, ...risk.threats, ...risk.sources, ...risk.measures].map((entry) => `- ${entry}`),
        risk.severityText,
        risk.likelihoodText,
      ),
    })),
    ...evaluations.map(({ reference, status, comment, plan, personInCharge, dueOn }) => ({
      section: "Evaluation",
      key: `evaluation ${reference}`,
      title: reference,
      text: lines(status, comment, plan, personInCharge, dueOn),
    })),
    ...actionPlan.map(({ key, title, owner, dueOn }) => ({
      section: "Action plan",
      key: `action ${key}`,
      title: key,
      text: lines(title, owner, dueOn),
    })),
    {
      section: "Opinions",
      key: "advice",
      title: "Advice of the data protection officer",
      text: lines(
        advice.names,
        advice.status,
        advice.opinion,
        advice.overruled && `Overruled: ${advice.overruled.reason}`,
      ),
    },
    {
      section: "Opinions",
      key: "people",
      title: "Views of the people concerned",
      text: lines(people.names, people.status, people.opinion, people.reason),
    },
    {
      section: "Facts",
      key: "facts",
      title: "What Plumbline knows about the product",
      text: canonicalText(facts),
    },
    // Absent from what was handed in before it was kept.
    ...(known ?? []).map(({ what, value }) => ({
      section: "Facts",
      key: `known ${what}`,
      title: what,
      text: value,
    })),
  ]
}

/** What two versions say under each heading, in the order of the newer; what only the older has comes last. */
export function compareContent(before: SignedContent, after: SignedContent): Difference[] {
  const [old, present] = [entriesOf(before), entriesOf(after)]
  const texts = new Map(old.map(({ key, text }) => [key, text]))
  const known = new Set(present.map(({ key }) => key))
  return [
    ...present.map(({ section, key, title, text }) => {
      const earlier = texts.get(key) ?? null
      return { section, title, before: earlier, after: text, changed: earlier !== text }
    }),
    ...old
      .filter(({ key }) => !known.has(key))
      .map(({ section, title, text }) => ({ section, title, before: text, after: null, changed: true })),
  ]
}
