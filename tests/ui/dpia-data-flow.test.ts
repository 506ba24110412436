import { describe, expect, it } from "vitest"
import { BOX_WIDTH, classesOf, flowDrawing, recipientsOf } from "@/components/dpia/assessment/prepare-flow"
import type { LinkedFacts } from "@/server/dpia/domain/linked-facts"

describe("the data flow", () => {
  const field = (name: string, dataClass: string | null) => ({ name, level: null, class: dataClass })
  const facts: LinkedFacts = {
    product: {
      name: "Delivery promise",
      question: "When?",
      description: "",
      lifecycle: "live" as const,
      domain: "Fulfilment",
      owner: "Ines Moreau",
      steward: null,
    },
    classification: "Confidential",
    assets: [
      {
        key: "orders",
        name: "orders",
        kind: "table" as const,
        location: "warehouse",
        fields: [field("phone", "contact"), field("street", "contact"), field("id", null)],
      },
    ],
  }

  it("draws each asset towards the product, and the product towards who gets it", () => {
    const drawing = flowDrawing(facts, [{ name: "Carriers", notes: ["processor"] }])
    expect(drawing.boxes.map(({ id }) => id)).toEqual(["orders", "product", "to Carriers"])
    expect(drawing.lines.map(({ id }) => id)).toEqual(["orders product", "product to Carriers"])
    expect(drawing.width).toBe(600 + BOX_WIDTH)
    expect(flowDrawing({ ...facts, assets: [] }, []).lines).toEqual([])
  })

  it("names each recipient of the record once", () => {
    const recorded = {
      recipients: ["Carriers"],
      parties: [{ name: "Carriers", role: "sub_processor", country: "Poland" }],
      transfers: [{ to: "Maps Inc.", country: "United States" }],
    }
    expect(recipientsOf([recorded, recorded])).toEqual([
      { name: "Carriers", notes: ["sub processor", "Poland"] },
      { name: "Maps Inc.", notes: ["transfer, United States"] },
    ])
  })

  it("counts classes of data", () => {
    expect(classesOf(facts.assets[0] ?? { fields: [] })).toEqual(["contact, 2 fields"])
  })
})
