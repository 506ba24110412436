import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import {
  createScoreDrafts,
  type Given,
  type Kept,
  type Outcome,
  shownScore,
} from "@/components/scoring/grid/score-drafts"

const given = (inputs: Given["inputs"], version: number, note = ""): Given => ({ inputs, version, note })

function begin(answers: (Outcome | Error)[] = []) {
  const sent: object[] = []
  const storage: { kept: Kept } = { kept: {} }
  const saved: string[] = []
  const drafts = createScoreDrafts({
    save: async (row) => {
      sent.push(row)
      const answer = answers.shift() ?? { ok: true, version: row.version + 1 }
      if (answer instanceof Error) throw answer
      return answer
    },
    keep: (kept) => Object.assign(storage, { kept }),
    onSaved: (id) => saved.push(id),
  })
  return { drafts, sent, saved, kept: () => storage.kept }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const pass = () => vi.advanceTimersByTimeAsync(1000)

describe("scores being entered", () => {
  it("are shown at once and saved together a moment later, with the version that was seen", async () => {
    const { drafts, sent, saved, kept } = begin()
    const mine = given({ job_size: 3 }, 4)
    drafts.change("a", mine, { inputs: { business_value: 8 } })
    drafts.change("a", mine, { inputs: { job_size: null }, note: "Because" })
    expect(shownScore(mine, drafts.row("a"))).toMatchObject({
      inputs: { business_value: 8, job_size: null },
      note: "Because",
    })
    expect(sent).toEqual([])
    expect(Object.keys(kept())).toEqual(["a"])
    await pass()
    expect(sent).toEqual([
      { itemId: "a", version: 4, inputs: { business_value: 8, job_size: null }, note: "Because" },
    ])
    expect(drafts.row("a")).toMatchObject({ phase: "saved", base: { version: 5 } })
    expect([saved, kept(), drafts.unsaved()]).toEqual([["a"], {}, 0])
  })

  it("that change nothing, or are taken back, are not sent", async () => {
    const { drafts, sent } = begin()
    const mine = given({ job_size: 3 }, 1)
    drafts.change("a", mine, { inputs: { job_size: 3 } })
    drafts.change("b", mine, { inputs: { job_size: 5 } })
    drafts.change("b", mine, { inputs: { job_size: 3 } })
    await pass()
    expect(sent).toEqual([])
  })

  it("go on while a save is under way, one save per row at a time", async () => {
    const { drafts, sent } = begin()
    drafts.change("a", null, { inputs: { business_value: 8 } })
    vi.advanceTimersByTime(300)
    expect(drafts.row("a")?.phase).toBe("saving")
    drafts.change("a", null, { inputs: { job_size: 2 } })
    await pass()
    expect(sent).toEqual([
      { itemId: "a", version: 0, inputs: { business_value: 8 } },
      { itemId: "a", version: 1, inputs: { job_size: 2 } },
    ])
    expect(drafts.row("a")).toMatchObject({
      phase: "saved",
      base: { version: 2, inputs: { business_value: 8, job_size: 2 } },
    })
  })

  it("survive a failure and a reload", async () => {
    const { drafts, kept } = begin([
      new Error("The server could not be reached"),
      { ok: false, message: "No" },
    ])
    drafts.change("a", null, { inputs: { business_value: 8 } })
    await pass()
    expect(drafts.row("a")).toMatchObject({ phase: "failed", message: "The server could not be reached" })
    expect([drafts.failed(), shownScore(null, drafts.row("a")).inputs]).toEqual([1, { business_value: 8 }])
    drafts.retry("a")
    await pass()
    expect(drafts.row("a")).toMatchObject({ phase: "failed", message: "No" })
    const after = begin()
    after.drafts.restore(kept())
    await pass()
    expect(after.sent).toEqual([{ itemId: "a", version: 0, inputs: { business_value: 8 } }])
    drafts.retryAll()
    await pass()
    expect(drafts.row("a")?.phase).toBe("saved")
  })

  it("that meet another window's show both, and the person chooses", async () => {
    const theirs = given({ business_value: 5, job_size: 1 }, 3)
    const conflict: Outcome = { ok: false, message: "Changed elsewhere", theirs }
    const { drafts, sent } = begin([conflict, { ok: true, version: 4 }, conflict])
    drafts.change("a", given({}, 1), { inputs: { business_value: 8, job_size: 1 } })
    await pass()
    expect(drafts.row("a")).toMatchObject({ phase: "conflict", theirs })
    drafts.resolve("a", true)
    await pass()
    expect(sent[1]).toEqual({ itemId: "a", version: 3, inputs: { business_value: 8 } })
    drafts.change("a", theirs, { inputs: { job_size: 2 } })
    await pass()
    drafts.resolve("a", false)
    expect(shownScore(null, drafts.row("a"))).toEqual(theirs)
    expect(drafts.unsaved()).toBe(0)
  })

  it("give way to a list that was read after them", () => {
    const { drafts } = begin()
    expect(shownScore(null, drafts.row("a"))).toEqual(given({}, 0))
    expect(
      shownScore(given({ job_size: 2 }, 9), { base: given({}, 1), wanted: { inputs: {} }, phase: "saved" }),
    ).toEqual(given({ job_size: 2 }, 9))
  })
})
