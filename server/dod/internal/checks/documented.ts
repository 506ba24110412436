import type { CheckProvider } from "../../check-provider"
import { verdicts } from "./verdicts"

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0

/** What nobody wrote down, nobody can take over. */
export const documented: CheckProvider = {
  id: "documented",
  label: "Documentation filled in",
  why: "The next person understands it without asking the one who made it.",
  subjects: ["item", "product"],
  params: [{ name: "words", label: "Words at least", min: 1, max: 2_000, start: 30 }],
  async evaluate(_, subjects, { words: least = 30 }) {
    return verdicts(subjects, ({ description }) => {
      const words = wordsOf(description)
      const has = words === 1 ? "1 word" : `${words} words`
      if (words >= least) return { state: "pass", reason: `The description has ${has}` }
      const reason = words === 0 ? "It has no description" : `The description has ${has} of at least ${least}`
      return { state: "fail", reason }
    })
  },
}
