import { describe, expect, it } from "vitest"
import { z } from "zod"
import { atFields, problemsOf } from "@/components/shell/form-problems"

describe("the problems of a form", () => {
  it("are the first message of each field, by its path", () => {
    const name = z
      .string()
      .min(2, "Too short")
      .regex(/^[a-z]+$/, "Only letters")
    const schema = z.object({ name, days: z.array(z.object({ from: z.iso.date("Give a day") })) })
    expect(problemsOf(schema, { name: "1", days: [{ from: "" }] })).toEqual({
      name: "Too short",
      "days.0.from": "Give a day",
    })
    expect(problemsOf(schema, { name: "ab", days: [] })).toEqual({})
  })

  it("that the server names stand at the field of the form", () => {
    const values = { name: "", days: [], reason: "" }
    expect(
      atFields(
        {
          "changes.name": "Too long",
          "evaluations.0.reason": "Say why",
          "facts.days.2.from": "Give a day",
          "days.0.until": "Before it begins",
        },
        values,
      ),
    ).toEqual({
      name: "Too long",
      reason: "Say why",
      "days.2.from": "Give a day",
      "days.0.until": "Before it begins",
    })
  })

  it("keep their path where the form has no such field", () => {
    const refused = { "scheme.levels.3.name": "Taken", other: "No" }
    expect(atFields(refused, { name: "", key: "" })).toEqual(refused)
  })
})
