import fc from "fast-check"
import { expect, it } from "vitest"
import { changeWords, factChanges, type KnownFact } from "@/server/dpia/domain/known-facts"

const fact = (key: string, value: string): KnownFact => ({ key, what: `The ${key}`, value })
const facts = fc
  .uniqueArray(fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.constantFrom("1", "2", "3")), {
    selector: ([key]) => key,
  })
  .map((pairs) => pairs.map(([key, value]) => fact(key, value)))

it("tells what came, what went and what stands otherwise", () => {
  const before = [fact("email", "Contact data"), fact("purpose", "Delivery"), fact("phone", "Contact data")]
  const after = [
    fact("purpose", "Delivery and advertising"),
    fact("phone", "Contact data"),
    fact("birthday", "Age"),
  ]
  const changes = factChanges(before, after)
  expect(changes).toEqual([
    { key: "birthday", what: "The birthday", before: null, after: "Age" },
    { key: "email", what: "The email", before: "Contact data", after: null },
    { key: "purpose", what: "The purpose", before: "Delivery", after: "Delivery and advertising" },
  ])
  expect(changeWords(changes)).toBe("The birthday (new), and 2 more")
  expect(changes.map((change) => changeWords([change]))).toEqual([
    "The birthday (new)",
    "The email (gone)",
    "The purpose (changed)",
  ])
})

it("is nothing between the same facts in any order, and the way back is the same changes turned round", () => {
  fc.assert(
    fc.property(facts, facts, (before, after) => {
      expect(factChanges(before, [...before].reverse())).toEqual([])
      const back = factChanges(after, before)
      expect(back.map(({ before, after, ...fact }) => ({ ...fact, before: after, after: before }))).toEqual(
        factChanges(before, after),
      )
    }),
  )
})
