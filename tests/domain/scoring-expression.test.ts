import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compileExpression, nearestName } from "@/server/scoring/domain/compile-expression"
import type { Criterion } from "@/server/scoring/domain/criterion"
import { expressionRange } from "@/server/scoring/domain/expression-range"
import type { Framework } from "@/server/scoring/domain/framework"
import { frameworkSchema } from "@/server/scoring/domain/framework-rules"
import { readExpression } from "@/server/scoring/domain/read-expression"
import { scoreInputs } from "@/server/scoring/domain/score"
import { criterionNaming } from "@/server/scoring/domain/score-expression"

const criterion = (key: string, name: string, min = -10, max = 10): Criterion => ({
  key,
  name,
  help: "",
  unit: "",
  direction: "benefit",
  scale: { kind: "range", min, max },
})
const A = criterion("a", "Alpha")
const B = criterion("b", "Beta")
const ours = (
  expression: string,
  criteria: Criterion[] = [A, B],
  definitions: { name: string; expression: string }[] = [],
): Framework => ({
  key: "ours",
  name: "Ours",
  method: "expression",
  description: "",
  source: "",
  criteria,
  expression,
  definitions,
})
const scored = (expression: string, a = 2, b = 3) => {
  const result = scoreInputs(ours(`${expression} + 0 * (a + b)`), { a, b })
  return result.status === "scored" ? result.score : result
}
const problem = (expression: string) => {
  const reading = readExpression(expression)
  return "problem" in reading ? reading.problem.message : null
}
const messages = (framework: Framework) => {
  const parsed = frameworkSchema.safeParse(framework)
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)
}

describe("a formula", () => {
  it.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["2 ^ 3 ^ 2", 512],
    ["8 / 4 / 2", 1],
    ["-a ^ 2 * 0 + 1", null],
    ["-(a ^ 2)", -4],
    ["pow(-a, 2)", 4],
    ["min(a, b, 1) + max(a, b)", 4],
    ["abs(-b) + sqrt(16) + ln(1) + log10(100)", 9],
    ["if(a < b, 10, 20)", 10],
    ["if(a >= b, 10, if(a == 2, 5, 6))", 5],
    ["if(a != b, 1, 0)", 1],
    ["1e2 + .5", 100.5],
  ])("%s", (expression, expected) => {
    if (expected === null) expect(problem(expression)).toContain("can be read in two ways")
    else expect(scored(expression)).toBe(expected)
  })

  it.each([
    ["", "Write a formula"],
    ["a +", "at character 4"],
    ["(a + b", "at character 7"],
    ["a b", "without a sign"],
    ["a.b", "nothing else"],
    ["a[0]", "nothing else"],
    ["[a]", "nothing else"],
    ["this", "nothing else"],
    ["a ? 1 : 2", "instead of ? and :"],
    ["'text'", "is not a number"],
    ["a = 1", "at character"],
    ["a < b", "only inside if"],
    ["if(a, 1, 2)", "is a comparison"],
    ["if(a < 1, 2)", "takes 3 values, not 2"],
    ["sqrt(a, b)", "takes 1 value, not 2"],
    ["min(a)", "takes 2 to 20 values, not 1"],
    ["eval(a)", "There is no function eval"],
    ["constructor(a)", "There is no function constructor"],
    ["a.constructor(b)", "There is no function of that kind"],
    ["a && b", "at character"],
    ["a | b", "at character"],
    [`${"(".repeat(60)}a${")".repeat(60)} + ${"-".repeat(60)}a`, "nested too deeply"],
    ["a+".repeat(400).concat("a"), "nested too deeply"],
    ["a".repeat(1001), "at most 1000 characters"],
  ])("refuses %s", (expression, part) => {
    expect(problem(expression)).toContain(part)
  })

  it("shows itself with the values put in, and its named parts", () => {
    const framework = ours(
      "(a + risk) * b",
      [A, B],
      [
        { name: "risk", expression: "worry - 1" },
        { name: "worry", expression: "2 * a" },
      ],
    )
    expect(messages(framework)).toEqual([])
    expect(scoreInputs(framework, { a: 2, b: -3 })).toMatchObject({
      score: -15,
      formula: "(Alpha + risk) × Beta",
      worked: "(2 + 3) × (-3) = -15, where worry = 2 × 2 = 4 and risk = 4 − 1 = 3",
      sentence: "Ours is -15: alpha 2, beta -3 put into (Alpha + risk) × Beta.",
    })
  })

  it("keeps the parentheses that matter", () => {
    const words = (expression: string) => {
      const result = scoreInputs(ours(expression), { a: 2, b: 3 })
      return result.status === "scored" ? result.formula : ""
    }
    expect(words("a - (b - 1)")).toBe("Alpha − (Beta − 1)")
    expect(words("a / (b * 2)")).toBe("Alpha / (Beta × 2)")
    expect(words("(a + b) + 1")).toBe("Alpha + Beta + 1")
    expect(words("(a * b) ^ 2")).toBe("(Alpha × Beta)^2")
    expect(words("-(a + b)")).toBe("−(Alpha + Beta)")
    expect(words("if(a > b, a, -b)")).toBe("if(Alpha > Beta, Alpha, −Beta)")
  })
})

describe("what a formula may not say", () => {
  it("names the unknown name, where it is, and the nearest known one", () => {
    const value = criterion("value", "Value")
    expect(messages(ours("vlaue * 2 + value", [value]))).toEqual([
      "expression: “vlaue”, at character 1 is neither a criterion nor a named part. Did you mean value?",
    ])
    expect(messages(ours("value + quarter", [value]))[0]).toContain("Known are value")
    expect(nearestName("effrt", ["effort", "value"])).toBe("effort")
    expect(nearestName("xyz", ["effort", "value"])).toBeNull()
  })

  it("shows the circle of parts that depend on each other", () => {
    const circle = ours(
      "a + b + x",
      [A, B],
      [
        { name: "x", expression: "y + 1" },
        { name: "y", expression: "z * 2" },
        { name: "z", expression: "x" },
      ],
    )
    expect(messages(circle)).toEqual(["definitions.0.expression: “x” depends on itself: x → y → z → x"])
    const self = ours("a + b + x", [A, B], [{ name: "x", expression: "x" }])
    expect(messages(self)).toEqual(["definitions.0.expression: “x” depends on itself: x → x"])
  })

  it("leaves no criterion unused, and no name ambiguous", () => {
    expect(messages(ours("a * 2"))).toEqual([
      "expression: Beta is asked for, but the formula does not use it. Use it, or remove the criterion",
    ])
    const named = (name: string) => messages(ours("a + b", [A, B], [{ name, expression: "1" }]))[0]
    expect(named("a")).toContain("is a criterion")
    expect(named("sqrt")).toContain("is a function")
    expect(named("My Part")).toContain("small letters")
  })
})

describe("a value that does not exist", () => {
  it("makes the item invalid, naming the divisor", () => {
    expect(scoreInputs(ours("a / (b - 1)"), { a: 5, b: 1 })).toEqual({
      status: "invalid",
      problems: [
        { criterion: "b", message: "Cannot be computed: the divisor “Beta − 1” is 0 with these values" },
      ],
    })
  })

  it.each([
    ["ln(a) + b", -1],
    ["sqrt(a) + b", -1],
    ["9 ^ 9 ^ 9 ^ 9 + a + b", 1],
    ["a ^ 0.5 + b", -4],
  ])("%s is no number", (expression, a) => {
    const result = scoreInputs(ours(expression), { a, b: 1 })
    expect(result.status).toBe("invalid")
    expect(JSON.stringify(result)).toContain("no finite value")
  })

  it("is found before publishing, from the scales", () => {
    const range = (expression: string, criteria = [A, B]) => {
      const compilation = compileExpression(ours(expression, criteria))
      if (!("compiled" in compilation)) throw new Error(JSON.stringify(compilation))
      return expressionRange(compilation.compiled, criteria, criterionNaming({ criteria }))
    }
    expect(range("a / b").warnings).toEqual([
      "“Beta” may be 0 on these scales, and divides: such an item gets no score",
    ])
    expect(range("ln(a) + b").warnings[0]).toContain("“ln(Alpha)” has no value for some entries")
    const positive = [criterion("a", "Alpha", 1, 5), criterion("b", "Beta", 2, 4)]
    expect(range("a / b", positive)).toEqual({ low: 0.25, high: 2.5, warnings: [] })
    expect(range("min(a, b) - abs(-a) * sqrt(b) ^ 2", positive)).toMatchObject({ warnings: [] })
    expect(range("a ^ 2 + b")).toMatchObject({ low: -10, high: 110 })
  })

  it("never gives infinity or NaN, and stays inside its computed range", () => {
    const leaf = fc.constantFrom("a", "b", "1", "2.5", "0")
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .tuple(tie("tree"), fc.constantFrom("+", "-", "*", "/", "^"), tie("tree"))
          .map(([left, sign, right]) => `(${left}) ${sign} (${right})`),
        fc.tuple(fc.constantFrom("sqrt", "ln", "abs"), tie("tree")).map(([name, of]) => `${name}(${of})`),
        fc.tuple(tie("tree"), tie("tree")).map(([x, y]) => `if(${x} < ${y}, min(${x}, 1), max(${y}, 2))`),
      ),
    }))
    const input = fc.integer({ min: -10, max: 10 })
    fc.assert(
      fc.property(tree, input, input, (text, a, b) => {
        const framework = ours(`${text} + a + b`)
        const compilation = compileExpression(framework)
        if (!("compiled" in compilation)) return
        const result = scoreInputs(framework, { a, b })
        expect(["scored", "invalid"]).toContain(result.status)
        if (result.status !== "scored") return
        expect(Number.isFinite(result.score)).toBe(true)
        const { low, high } = expressionRange(compilation.compiled, [A, B], (name) => name)
        const slack = 1e-6 * Math.max(1, Math.abs(result.score))
        expect(result.score).toBeGreaterThanOrEqual(low - slack)
        expect(result.score).toBeLessThanOrEqual(high + slack)
      }),
      { numRuns: 500 },
    )
  })
})
