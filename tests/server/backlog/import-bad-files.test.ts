import { describe, expect, it } from "vitest"
import { exportItems } from "@/server/backlog/export-items"
import { getItem } from "@/server/backlog/get-item"
import { listImports } from "@/server/backlog/list-imports"
import { listItems } from "@/server/backlog/list-items"
import { openWorld } from "@/tests/support/world"
import { addItem, bringIn, find, upload } from "./backlog-world"

const world = openWorld()
const lead = async () => (await world.workspace()).member("delivery_lead")

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
const latin = (text: string) => Buffer.from(text, "latin1")

async function* huge(): AsyncGenerator<Uint8Array> {
  yield Buffer.from("key,title\n")
  const megabyte = Buffer.from(`,${"x".repeat(1023)}\n`.repeat(1023))
  for (let n = 0; n < 52; n++) yield megabyte
}

describe("a file that is no use", () => {
  it.each([
    ["is empty", "", "The file is empty"],
    ["holds only a header", "key,title\n", "no rows"],
    ["is a picture", png, "a PNG picture"],
    ["is binary", Buffer.from([1, 0, 2, 0, 0, 3, 0, 0, 4]), "a binary file"],
    ["has a cell of 10 MB", `key,title,description\nA,One,"${"x".repeat(10 * 1024 * 1024)}"\n`, "Row 2"],
    ["has a quote that never closes", 'key,title\nA,"One\nB,Two\n', "Row 2"],
  ])("is refused when it %s, and nothing of it is kept", async (_, content, message) => {
    const ctx = await lead()
    const refused = await upload(ctx, content).catch((error) => error)
    expect(refused).toMatchObject({ code: "INVALID", details: { issues: [{ path: "file" }] } })
    expect(refused.message).toContain(message)
    expect((await listImports(ctx, {})).imports).toEqual([])
  })

  it("is refused when it is larger than 50 MB, while it streams", { timeout: 120_000 }, async () => {
    const ctx = await lead()
    await expect(upload(ctx, huge())).rejects.toThrow("larger than 50 MB")
    expect((await listImports(ctx, {})).imports).toEqual([])
  })

  it("is told apart by its encoding: guessed when it is not UTF-8, refused when the chosen one does not fit", async () => {
    const ctx = await lead()
    const text = "key,title\nA,Größe der Übergabe für später\nB,Café an der Straße\n"
    const { detection } = await upload(ctx, latin(text))
    expect(detection.encoding).toMatchObject({ encoding: "windows-1252", certain: false })
    expect(await bringIn(ctx, latin(text))).toMatchObject({ created: 2 })
    expect(await find(ctx, {})).toEqual(["Größe der Übergabe für später", "Café an der Straße"])
  })
})

describe("rows that cannot go in", () => {
  it("are reported with row, column and remedy, and the others go in", async () => {
    const ctx = await lead()
    const file = `key,title,status,due date,parent,estimate
A,First,done,2025-03-04,,1
A,Again,done,,,1
B,,done,,,1
C,Loop,done,,D,1
D,Loop,done,,C,1
E,Odd,levitating,,,1
F,Late,done,2025-02-30,,1
G,Negative,done,,,-1
H,Fine,done,,,2
`
    const { created, errors, problems } = await bringIn(ctx, file)
    expect([created, errors]).toEqual([2, 7])
    expect(problems.map(({ row, column, message }) => [row, column, message.slice(0, 45)])).toEqual([
      [3, null, "The key A is already used by row 2. Keep one "],
      [4, "title", "The title is empty. Every item needs one"],
      [5, null, "The row would be its own ancestor: row 5 → ro"],
      [6, null, "The row would be its own ancestor: row 6 → ro"],
      [7, "status", "“levitating” is not a known status. Map it, o"],
      [8, "due date", "“2025-02-30” is not a day that exists"],
      [9, "estimate", "-1 is below zero. An estimate is zero or more"],
    ])
    expect(await find(ctx, {})).toEqual(["First", "Fine"])
  })

  it("reads dates in three formats", async () => {
    const ctx = await lead()
    await bringIn(ctx, "key,title,due date\nA,a,2025-06-21\nB,b,12/Mar/24 9:41 AM\nC,c,6/21/2025 16:14\n")
    const { items } = await listItems(ctx, {})
    expect(items.map(({ dueDate }) => dueDate)).toEqual(["2025-06-21", "2024-03-12", "2025-06-21"])
  })

  it("tells the first 200 problems of very many, and counts all", async () => {
    const ctx = await lead()
    const rows = Array.from({ length: 1500 }, (_, n) => `K-${n},`).join("\n")
    const result = await bringIn(ctx, `key,title\n${rows}\n`)
    expect(result).toMatchObject({ created: 0, errors: 1500 })
    expect(result.problems).toHaveLength(200)
  })
})

describe("exportItems", () => {
  it("guards every cell that a spreadsheet would run, and takes the guard off again on import", async () => {
    const ctx = await lead()
    const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "'=quoted"]
    for (const title of formulas) await addItem(ctx, title, { custom: { Team: title }, description: title })
    const { text, next } = await exportItems(ctx, {})
    expect(next).toBeNull()
    for (const cell of ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "''=quoted"]) expect(text).toContain(`"${cell}"`)
    expect(text).not.toMatch(/"[=+\-@]/)
    expect(await bringIn(ctx, `\uFEFF${text}`)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 5,
      errors: 0,
    })
    const other = await lead()
    expect(await bringIn(other, text)).toMatchObject({ created: 5, errors: 0 })
    expect(await find(other, {})).toEqual(formulas)
    expect(await getItem(other, { key: "WS-1" })).toMatchObject({
      custom: { Team: "=1+1" },
      externalKey: "WS-1",
    })
    expect(await bringIn(other, text)).toMatchObject({ created: 0, unchanged: 5 })
  })

  it("comes in pieces that hold every row once", async () => {
    const ctx = await lead()
    const rows = Array.from({ length: 1203 }, (_, n) => `K-${n},Title ${n}`).join("\n")
    await bringIn(ctx, `key,title\n${rows}\n`)
    let text = ""
    let pieces = 0
    for (let after = null as Awaited<ReturnType<typeof exportItems>>["next"], more = true; more; pieces++) {
      const piece = await exportItems(ctx, { after })
      text += piece.text
      after = piece.next
      more = after !== null
    }
    expect(pieces).toBe(3)
    expect(text.trimEnd().split("\r\n")).toHaveLength(1204)
    expect((await exportItems(ctx, { filter: { search: "K-77" } })).text).toContain("Title 77")
  })
})
