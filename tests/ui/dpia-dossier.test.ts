import { describe, expect, it } from "vitest"
import { gapHref, recordedParties } from "@/components/dpia/dossier/prepare-dossier"
import { DOSSIER_STOP } from "@/server/dpia/domain/dossier"

describe("the dossier for the authority", () => {
  it("names the parties of the record of processing, each once", () => {
    const activity = {
      ...{
        role: "controller" as const,
        controllers: "Northmark, Oslo",
        jointControllers: "",
        officer: "Sofia",
      },
      parties: [
        { name: "Cloudhaus", role: "processor" as const, country: "Ireland" },
        { name: "Group AG", role: "joint_controller" as const, country: "" },
        { name: "Carrier", role: "independent_controller" as const, country: "" },
      ],
    }
    const ours = { ...activity, role: "processor" as const, controllers: "Fundus Outlet", parties: [] }
    expect(recordedParties([activity, activity, ours])).toEqual({
      controllers: ["Northmark, Oslo"],
      jointControllers: ["Group AG"],
      processors: ["Cloudhaus, Ireland"],
      officers: ["Sofia"],
    })
  })

  it("leads each gap to where it is written, and its own texts to their form", () => {
    const page = "/northmark/privacy/assessments/DPIA-3"
    expect(gapHref(page, "2.1")).toBe(`${page}?part=2.1`)
    expect(gapHref(page, DOSSIER_STOP)).toBe(`${page}?part=consultation&write=dossier`)
  })
})
