import { describe, expect, it } from "vitest"
import { actionState, referenceTitle } from "@/components/dpia/assessment/prepare-actions"
import {
  estimateWords,
  mapRows,
  measurePicks,
  riskLetter,
  weightCounts,
} from "@/components/dpia/assessment/prepare-risks"
import { chosenStop, isLocked, neighbours } from "@/components/dpia/assessment/prepare-stops"
import { stopOfProblem } from "@/components/dpia/assessment/prepare-validation"
import type { AssessmentDetails, RiskRow } from "@/server/dpia/domain/assessment-row"
import { type Estimate, NOT_ESTIMATED, riskWeight } from "@/server/dpia/domain/risk"

function risk(id: string, inherent: Estimate, residual: Estimate): RiskRow {
  return {
    id,
    event: null,
    title: `Risk ${id}`,
    impacts: [],
    threats: [],
    sources: [],
    measures: [],
    severityText: "",
    likelihoodText: "",
    inherent,
    estimate: residual,
    reestimate: NOT_ESTIMATED,
    residual,
    weight: riskWeight(residual),
    version: 1,
  }
}

describe("the risk map", () => {
  const high: Estimate = { severity: 4, likelihood: 1 }
  const low: Estimate = { severity: 1, likelihood: 4 }
  const rows = mapRows(
    [risk("a", high, low), risk("b", low, low), risk("c", NOT_ESTIMATED, NOT_ESTIMATED)],
    ({ residual }) => residual,
    ({ inherent }) => inherent,
  )

  it("is drawn with severity upwards and likelihood to the right", () => {
    expect(rows.map(({ severity }) => severity)).toEqual([4, 3, 2, 1])
    expect(rows[0]?.cells.map(({ likelihood }) => likelihood)).toEqual([1, 2, 3, 4])
    expect(rows[3]?.cells[3]?.now.map(({ letter }) => letter)).toEqual(["A", "B"])
  })

  it("shows where a risk was, and only of those that moved", () => {
    expect(rows[0]?.cells[0]?.before.map(({ letter }) => letter)).toEqual(["A"])
    expect(rows.flatMap(({ cells }) => cells.flatMap(({ before }) => before))).toHaveLength(1)
  })

  it("names letters, levels and counts", () => {
    expect([riskLetter(0), riskLetter(25), riskLetter(26)]).toEqual(["A", "Z", "A2"])
    expect(estimateWords(high)).toBe("Maximum severity, negligible likelihood")
    expect(weightCounts(["high", "low", "low"])).toBe("1 high, 2 low")
  })
})

describe("the parts of an assessment", () => {
  it("keep entries that name no measure", () => {
    const measures = [{ id: "m1", title: "Backup" }]
    const chosen = [
      { text: "Backups", measureId: "m1" },
      { text: "From a file", measureId: null },
      { text: "Removed", measureId: "m9" },
    ]
    expect(measurePicks(measures, chosen).map(({ entry, known }) => [entry.text, known])).toEqual([
      ["Backup", true],
      ["From a file", false],
      ["Removed", false],
    ])
  })

  it("are chosen by the address, else the first that is open", () => {
    const assessment = {
      state: "in_progress",
      parts: [
        { part: "1.1", state: "evaluated" },
        { part: "1.2", state: "editing" },
      ],
    } as AssessmentDetails
    expect(chosenStop("map", assessment)).toBe("map")
    expect(chosenStop("nowhere", assessment)).toBe("1.2")
    expect(chosenStop(null, { ...assessment, state: "approved" })).toBe("validation")
    expect(neighbours("1.1")).toEqual({ previous: null, next: "1.2" })
    expect(neighbours("versions").next).toBeNull()
    expect([isLocked("in_review"), isLocked("outdated")]).toEqual([true, false])
  })

  it("are where a problem leads", () => {
    expect(stopOfProblem("2.1 Necessity and proportionality: 1 of 5 evaluated")).toBe("2.1")
    expect(stopOfProblem("The data protection officer has not given advice yet")).toBe("opinions")
  })

  it("have action lines whose state is the item's", () => {
    const item = { status: "doing", dueOn: "2026-10-01", archived: false } as const
    expect(actionState(item, "2026-10-02")).toMatchObject({ look: "bad", late: true })
    expect(actionState({ ...item, status: "done" }, "2026-10-02")).toMatchObject({
      look: "good",
      late: false,
    })
    expect(actionState({ ...item, archived: true }, "2026-10-02").words).toBe("Given up")
    expect(referenceTitle(null, { measures: [], risks: [] })).toBe("The whole")
    expect(referenceTitle("3.1.x", { measures: [], risks: [] })).toBe("A measure that was removed")
  })
})
