import { describe, expect, it } from "vitest"
import { fieldText, optionsOf, readField } from "@/components/backlog/fields/prepare-field"
import { changeLines } from "@/components/backlog/item/prepare-activity"
import { nextStatus, stateLine } from "@/components/backlog/item/prepare-head"
import { type CurrentItem, conflictRows, fieldWords } from "@/components/backlog/prepare-conflict"
import { checkForm, emptyForm } from "@/components/backlog/prepare-create"
import { dueWords, estimateFrom, estimateWords, labelsFrom } from "@/components/backlog/prepare-item"
import { EMPTY_FILTER } from "@/server/backlog/domain/item-filter"
import { listed } from "./backlog-cards"

const now = "2026-10-13T07:40:00.000Z"
const nobody = () => null
const ines = "01890000-0000-7000-8000-000000000001"

describe("what stands in a row", () => {
  it("tells an overdue date only while the item is open", () => {
    expect(dueWords("2026-10-12", "doing", now)).toEqual({ text: "12 Oct", overdue: true })
    expect(dueWords("2026-10-13", "doing", now)?.overdue).toBe(false)
    expect(dueWords("2025-10-12", "done", now)).toEqual({ text: "12 Oct 2025", overdue: false })
    expect(dueWords(null, "doing", now)).toBeNull()
  })

  it("shows nothing for no estimate, which is not zero", () => {
    expect([estimateWords(null), estimateWords(0), estimateWords(2.5)]).toEqual(["", "0", "2.5"])
  })
})

describe("a field changed in place", () => {
  const item = listed("1", { labels: ["a", "b"], estimate: 3 })

  it("reads what people type", () => {
    expect(readField("estimate", "2,5", item)).toEqual({ changes: { estimate: 2.5 } })
    expect(readField("estimate", "", item)).toEqual({ changes: { estimate: null } })
    expect(readField("labels", "b; c,, b", item)).toEqual({ changes: { labels: ["b", "c"] } })
    expect(readField("ownerId", "", listed("1", { ownerId: ines }))).toEqual({ changes: { ownerId: null } })
    expect(readField("title", "  New title ", item)).toEqual({ changes: { title: "New title" } })
    expect([estimateFrom("x"), labelsFrom(" , ")]).toEqual([undefined, []])
  })

  it("changes nothing when nothing was changed", () => {
    expect(readField("labels", fieldText("labels", item), item)).toBe("unchanged")
    expect(readField("dueDate", "", item)).toBe("unchanged")
  })

  it("says what is wrong in the words of the server's schema", () => {
    expect(readField("estimate", "-1", item)).toEqual({ problem: "An estimate is zero or more" })
    expect(readField("estimate", "some", item)).toEqual({
      problem: "Estimate needs a number, such as 3 or 2.5",
    })
    expect(readField("title", " ", item)).toEqual({ problem: "Give the item a title" })
    expect(readField("dueDate", "2026-02-30", item)).toHaveProperty("problem")
  })

  it("offers every state, and people only for an owner", () => {
    const known = { people: [{ value: ines, label: "Ines Moreau" }], products: [] }
    expect(optionsOf("status", known)).toHaveLength(7)
    expect(optionsOf("ownerId", known)).toEqual(known.people)
    expect(optionsOf("title", known)).toEqual([])
  })
})

describe("the form of a new item", () => {
  it("starts from a filter for one thing", () => {
    const form = emptyForm(
      { ...EMPTY_FILTER, statuses: ["doing"], ownerIds: ["me"], productIds: ["none"] },
      ines,
    )
    expect(form).toMatchObject({ status: "doing", ownerId: ines, productId: "", type: "story" })
    expect(emptyForm({ ...EMPTY_FILTER, statuses: ["doing", "done"] }, ines).status).toBe("idea")
  })

  it("is one line at least", () => {
    const form = emptyForm(EMPTY_FILTER, ines)
    expect(checkForm(form)).toEqual({ ok: false, errors: { title: "Give the item a title" } })
    const checked = checkForm({ ...form, title: "Why?" })
    expect(checked.ok && checked.input).toMatchObject({
      title: "Why?",
      ownerId: null,
      estimate: null,
      labels: [],
    })
  })

  it("names every field that is wrong", () => {
    const form = { ...emptyForm(EMPTY_FILTER, ines), title: "x", estimate: "much", labels: "y".repeat(60) }
    const checked = checkForm(form)
    expect(checked.ok ? [] : Object.keys(checked.errors).sort()).toEqual(["estimate", "labels"])
  })
})

describe("a conflict", () => {
  const theirs: CurrentItem = {
    ...listed("1", { title: "Theirs", ownerId: ines }),
    description: "",
    parentId: null,
    custom: {},
  }

  it("shows both versions of what I wanted to change, with names", () => {
    const nameOf = (id: string) => (id === ines ? "Ines Moreau" : null)
    expect(conflictRows({ title: "Mine", ownerId: null, status: "idea" }, theirs, nameOf)).toEqual([
      { field: "title", label: "Title", mine: "Mine", theirs: "Theirs", differs: true },
      { field: "ownerId", label: "Owner", mine: "nothing", theirs: "Ines Moreau", differs: true },
      { field: "status", label: "State", mine: "Idea", theirs: "Idea", differs: false },
    ])
  })

  it("puts values in words", () => {
    expect(fieldWords("labels", [], nobody)).toBe("nothing")
    expect(fieldWords("dueDate", "2026-10-13", nobody)).toBe("13 Oct 2026")
    expect(fieldWords("ownerId", "gone", nobody)).toBe("another item or person")
    expect(fieldWords("status", "unheard of", nobody)).toBe("unheard of")
  })
})

describe("the item page", () => {
  it("sums the item up in one line", () => {
    const item = {
      ...listed("1", { status: "doing" }),
      statusChangedAt: now,
      createdAt: "2025-01-02T00:00:00.000Z",
    }
    expect(stateLine({ ...item, createdBy: { name: "Ines Moreau" } }, null, now)).toBe(
      "Story, doing since 13 Oct, nobody owns it, created by Ines Moreau on 2 Jan 2025",
    )
  })

  it("knows the state that follows", () => {
    expect([nextStatus("idea"), nextStatus("review"), nextStatus("done"), nextStatus("dropped")]).toEqual([
      "refine",
      "done",
      null,
      null,
    ])
  })

  it("tells changes of fields, not of ranks or of other features", () => {
    const event = { id: "e", occurredAt: now, actorName: "P", summary: "s", reason: null }
    const changes = [
      { field: "status", from: "idea", to: "doing" },
      { field: "rank", from: "a1", to: "a2" },
      { field: "description", from: "", to: "x".repeat(500) },
    ]
    const lines = changeLines({ ...event, action: "backlog.moveItem", changes }, nobody)
    expect(lines.map(({ label, from }) => [label, from])).toEqual([
      ["State", "Idea"],
      ["Description", "nothing"],
    ])
    expect(lines[1]?.to.length).toBeLessThan(170)
    expect(changeLines({ ...event, action: "scoring.saveScores", changes }, nobody)).toEqual([])
  })
})
