import { completenessOf } from "@/server/scoring/completeness"
import type { CheckProvider } from "../../check-provider"
import { verdicts } from "./verdicts"

/** Work that nobody weighed was not chosen, it happened. */
export const itemScored: CheckProvider = {
  id: "item-scored",
  label: "Item scored",
  why: "It was chosen over other work for reasons that can be read.",
  subjects: ["item"],
  params: [],
  async evaluate(ctx, subjects) {
    const found = await completenessOf(ctx, subjects)
    return verdicts(subjects, ({ id }) => {
      const score = found.get(id)
      if (!score) return { state: "fail", reason: "Nobody has scored it" }
      const { framework, missing, at } = score
      const label = `${framework.name}, version ${framework.version}`
      const facts = [{ label, href: `/backlog/scoring?view=score&framework=${framework.key}` }]
      const people = score.scorers === 1 ? "1 person" : `${score.scorers} people`
      if (score.complete)
        return { state: "pass", reason: `Scored with ${framework.name} by ${people}`, facts, at }
      const what = missing.length > 0 ? `nobody scored ${missing.join(", ")}` : "values are off their scale"
      return { state: "fail", reason: `Its ${framework.name} score is not complete: ${what}`, facts, at }
    })
  },
}
