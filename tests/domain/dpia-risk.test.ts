import { describe, expect, it } from "vitest"
import { findLibraryMeasure, MEASURE_KINDS, MEASURE_LIBRARY } from "@/server/dpia/domain/measure-library"
import { eventOfPart, PARTS, partOfQuestion, QUESTIONS, riskQuestionId } from "@/server/dpia/domain/questions"
import {
  estimateOfGauges,
  gaugesOf,
  isEstimated,
  needsConsultation,
  residualOf,
  riskMap,
  riskWeight,
} from "@/server/dpia/domain/risk"

describe("the map of risks", () => {
  it("has likelihood across and severity up, while the exchange format has them the other way round", () => {
    const cells = riskMap([{ id: "a", estimate: { severity: 4, likelihood: 1 } }])
    expect(cells).toHaveLength(16)
    const [first] = cells
    expect(first).toMatchObject({ row: 1, column: 1, severity: 4, likelihood: 1, riskIds: ["a"] })
    expect(cells[3]).toMatchObject({ row: 1, column: 4, severity: 4, likelihood: 4 })
    expect(cells[12]).toMatchObject({ row: 4, column: 1, severity: 1, likelihood: 1 })
    expect(cells.filter(({ riskIds }) => riskIds.length > 0)).toHaveLength(1)
    expect(gaugesOf({ severity: 4, likelihood: 1 })).toEqual({ x: 4, y: 1 })
    expect(estimateOfGauges({ x: 3, y: 2 })).toEqual({ severity: 3, likelihood: 2 })
  })

  it("leaves out what is not estimated", () => {
    const cells = riskMap([{ id: "a", estimate: { severity: 0, likelihood: 3 } }])
    expect(cells.flatMap(({ riskIds }) => riskIds)).toEqual([])
    expect(isEstimated({ severity: 0, likelihood: 3 })).toBe(false)
  })

  it("takes {0, 0} for not estimated again", () => {
    const first = { severity: 3, likelihood: 2 } as const
    expect(residualOf(first, { severity: 0, likelihood: 0 })).toEqual(first)
    expect(residualOf(first, { severity: 2, likelihood: 1 })).toEqual({ severity: 2, likelihood: 1 })
  })

  it("weighs every cell, and asks for consultation on high only", () => {
    const weights = riskMap([])
      .map(({ weight }) => weight[0])
      .join("")
    expect(weights).toBe("mmhhmmhhllmmllmm")
    expect(riskWeight({ severity: 0, likelihood: 4 })).toBe("unknown")
    expect(needsConsultation([{ severity: 3, likelihood: 2 }])).toBe(false)
    expect(
      needsConsultation([
        { severity: 1, likelihood: 1 },
        { severity: 3, likelihood: 3 },
      ]),
    ).toBe(true)
  })
})

describe("the structure of an assessment", () => {
  it("has the 36 questions of the exchange format, each once", () => {
    const ids = QUESTIONS.map(({ id }) => id)
    expect(ids).toEqual([
      ...[111, 112, 113, 121, 122, 123, 211, 212, 213, 214, 215, 221, 222, 223, 224, 225, 226, 227],
      ...[321, 322, 323, 324, 325, 326, 331, 332, 333, 334, 335, 336, 341, 342, 343, 344, 345, 346],
    ])
    expect(PARTS.map(({ id, mode }) => `${id} ${mode}`)).toEqual([
      ...["1.1 item", "1.2 item", "2.1 question", "2.2 question"],
      ...["3.1 measure", "3.2 item", "3.3 item", "3.4 item"],
    ])
    expect(QUESTIONS.filter(({ kind }) => kind === "gauge").map(({ id }) => id)).toEqual([
      325, 326, 335, 336, 345, 346,
    ])
    expect(riskQuestionId("loss", "measures")).toBe(344)
    expect(partOfQuestion(214)?.id).toBe("2.1")
    expect(eventOfPart("3.3")).toBe("change")
    expect(eventOfPart("3.1")).toBeUndefined()
  })

  it("offers measures of every kind, each with a key of its own", () => {
    expect(new Set(MEASURE_LIBRARY.map(({ key }) => key)).size).toBe(MEASURE_LIBRARY.length)
    expect(MEASURE_LIBRARY.length).toBeGreaterThanOrEqual(30)
    for (const kind of MEASURE_KINDS) {
      expect(MEASURE_LIBRARY.filter((measure) => measure.kind === kind).length).toBeGreaterThan(4)
    }
    expect(findLibraryMeasure("backup")?.helps).toEqual(["loss", "change"])
  })
})
