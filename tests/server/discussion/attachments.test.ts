import { createHash } from "node:crypto"
import { deflateRawSync } from "node:zlib"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { setDatabase } from "@/db/client"
import { apiTokens } from "@/db/schema/members"
import { addLink } from "@/server/discussion/add-link"
import { answerAttach, answerDownload, answerPicture } from "@/server/discussion/attachment-endpoints"
import { listMaterial } from "@/server/discussion/list-material"
import { removeAttachment } from "@/server/discussion/remove-attachment"
import { removeLink } from "@/server/discussion/remove-link"
import { storeAttachment } from "@/server/discussion/store-attachment"
import { inTransaction } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { hashSecret } from "@/server/kernel/session"
import { addItem, look } from "@/tests/server/backlog/backlog-world"
import { openWorld, type TestWorkspace } from "@/tests/support/world"

const world = openWorld()
let workspace: TestWorkspace
let owner: Awaited<ReturnType<TestWorkspace["member"]>>
let headers: Record<string, string>
beforeAll(async () => {
  process.env.AUTH_SECRET ??= "for tests only"
  setDatabase(world.open)
  workspace = await world.workspace()
  owner = await workspace.member("product_owner")
  const secret = `plb_${newId()}`
  await inTransaction(world.open, workspace.id, "write", (db) =>
    db.insert(apiTokens).values({
      workspaceId: workspace.id,
      id: newId(),
      userId: owner.userId,
      name: "CI",
      hint: "plb_…",
      tokenHash: hashSecret(secret),
      permissions: ["backlog.read", "backlog.comment"],
      createdAt: owner.clock(),
      expiresAt: "2999-01-01T00:00:00.000Z",
    }),
  )
  headers = { authorization: `Bearer ${secret}` }
})
afterAll(() => setDatabase(undefined))

/** A picture of one pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
)

function zipOf(members: [name: string, content: Buffer, stored?: boolean][]): Buffer {
  return Buffer.concat(
    members.flatMap(([name, content, stored]) => {
      const data = stored ? content : deflateRawSync(content)
      const head = Buffer.alloc(30)
      head.writeUInt32LE(0x04034b50, 0)
      head.writeUInt16LE(stored ? 0 : 8, 8)
      head.writeUInt32LE(data.length, 18)
      head.writeUInt32LE(content.length, 22)
      head.writeUInt16LE(name.length, 26)
      return [head, Buffer.from(name), data]
    }),
  )
}

async function* streamOf(...pieces: (Buffer | string)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece)
}

const makeSubject = async (title: string) => {
  const item = await addItem(owner, title)
  return { item, subject: { type: "item" as const, id: item.id } }
}
const attach = (subject: { type: "item"; id: string }, fileName: string, ...content: (Buffer | string)[]) =>
  storeAttachment(owner, { subject, fileName, content: streamOf(...content) })

const kept = (subject: { id: string }) =>
  look<{ files: number; chunks: number }>(
    world,
    workspace,
    sql`select count(distinct a.id)::int as files, count(c.number)::int as chunks from attachments a
      left join attachment_chunks c on c.attachment_id = a.id where a.subject_id = ${subject.id}`,
  ).then(([row]) => row)

describe("a file", () => {
  it("is kept in pieces, with its SHA-256, and comes back byte by byte", async () => {
    const { subject, item } = await makeSubject("With a file")
    const text = Buffer.from(`a,b\n${"é,1\n".repeat(500_000)}`)
    const made = await attach(subject, "../plan 2026.csv", text.subarray(0, 7), text.subarray(7))
    const sha256 = createHash("sha256").update(text).digest("hex")
    expect(made).toMatchObject({
      fileName: "plan 2026.csv",
      mediaType: "text/csv",
      byteSize: text.length,
      sha256,
    })
    expect(await kept(subject)).toEqual({ files: 1, chunks: Math.ceil(text.length / 1_000_000) })
    const answer = await answerDownload(new Request("http://localhost/x", { headers }), made.id)
    expect(Buffer.from(await answer.arrayBuffer()).equals(text)).toBe(true)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-disposition": "attachment; filename=\"plan 2026.csv\"; filename*=UTF-8''plan%202026.csv",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "content-length": String(text.length),
    })
    const { files } = await listMaterial(owner, { subject })
    expect(files).toMatchObject([{ fileName: "plan 2026.csv", removedAt: null }])
    expect((await answerPicture(new Request("http://localhost/x", { headers }), made.id)).status).toBe(404)
    expect(item.key).toBeTruthy()
  })

  it("that is a picture may be shown", async () => {
    const { subject } = await makeSubject("With a picture")
    const { id } = await attach(subject, "dot.png", PNG)
    const answer = await answerPicture(new Request("http://localhost/x", { headers }), id)
    expect([answer.headers.get("content-type"), answer.headers.get("content-disposition")]).toEqual([
      "image/png",
      "inline; filename=\"dot.png\"; filename*=UTF-8''dot.png",
    ])
  })

  it("must be what its name promises", async () => {
    const { subject } = await makeSubject("Strict about files")
    const word = zipOf([
      ["[Content_Types].xml", Buffer.from("<Types/>")],
      ["word/document.xml", Buffer.from("<w/>")],
    ])
    const macros = zipOf([
      ["word/document.xml", Buffer.from("<w/>")],
      ["word/vbaProject.bin", Buffer.from("x")],
    ])
    const odt = zipOf([["mimetype", Buffer.from("application/vnd.oasis.opendocument.text"), true]])
    for (const [name, content] of [
      ["letter.docx", word],
      ["letter.zip", word],
      ["letter.odt", odt],
      ["notes.md", Buffer.from("# Notes\n")],
      ["wide.txt", Buffer.from("\ufeffwide", "utf16le")],
    ] as const)
      expect(await attach(subject, name, content)).toMatchObject({ fileName: name })
    const before = await kept(subject)
    for (const [name, content, message] of [
      ["program.exe", Buffer.from("MZ"), "cannot be attached"],
      ["page.html", Buffer.from("<script>"), "cannot be attached"],
      ["drawing.svg", Buffer.from("<svg/>"), "cannot be attached"],
      ["noextension", Buffer.from("x"), "without an extension"],
      ["picture.jpg", PNG, "not that of a .jpg"],
      ["picture.txt", PNG, "image/png"],
      ["plan.csv", Buffer.from([0x61, 0xff, 0x62]), "not UTF-8"],
      ["plan.csv", Buffer.from("a\u0001b"), "control characters"],
      ["sheet.xlsx", word, "not that of a .xlsx"],
      ["macros.docx", macros, "not that of a .docx"],
      ["letter.ods", odt, "not that of a .ods"],
      ["empty.txt", Buffer.alloc(0), "is empty"],
      ["letter.pdf", Buffer.from("Not a pdf"), "not that of a .pdf"],
    ] as const)
      await expect(attach(subject, name, content), name).rejects.toMatchObject({
        code: "INVALID",
        message: expect.stringContaining(message),
      })
    expect(await kept(subject)).toEqual(before)
  })

  it("that is a zip bomb stays a small file: nothing is unpacked", async () => {
    const { subject } = await makeSubject("A bomb")
    const bomb = zipOf([["[Content_Types].xml", Buffer.alloc(200 * 1024 * 1024)]])
    expect(bomb.length).toBeLessThan(1_000_000)
    const started = process.memoryUsage().rss
    expect(await attach(subject, "bomb.zip", bomb)).toMatchObject({ byteSize: bomb.length })
    await expect(attach(subject, "bomb.docx", bomb)).rejects.toMatchObject({ code: "INVALID" })
    expect(process.memoryUsage().rss - started).toBeLessThan(150 * 1024 * 1024)
  })

  it("over the limit, or broken off on its way, leaves nothing", async () => {
    const { subject } = await makeSubject("Too much")
    const large = Buffer.alloc(5 * 1024 * 1024, "x")
    const parts = [large, large, large, large, large, large]
    await expect(attach(subject, "large.txt", ...parts)).rejects.toMatchObject({
      message: expect.stringContaining("larger than 25 MB"),
    })
    async function* breaking() {
      yield Buffer.from("half")
      throw new Error("The connection was lost")
    }
    const broken = storeAttachment(owner, { subject, fileName: "half.txt", content: breaking() })
    await expect(broken).rejects.toThrow("The connection was lost")
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(Buffer.from("half"))
        controller.error(new Error("gone"))
      },
    })
    const url = `http://localhost/api/v1/attachments?subject=item:${subject.id}&name=half.txt`
    const request = new Request(url, { method: "POST", headers, body, duplex: "half" } as RequestInit)
    expect((await answerAttach(request)).status).toBe(500)
    expect(await kept(subject)).toEqual({ files: 0, chunks: 0 })
  })

  it("is removed as a fact on record: its bytes go, its name and SHA-256 stay", async () => {
    const { subject } = await makeSubject("Removed from")
    const { id, sha256 } = await attach(subject, "old.txt", "Old")
    const stakeholder = await workspace.member("stakeholder")
    await expect(removeAttachment(stakeholder, { id })).rejects.toMatchObject({ code: "FORBIDDEN" })
    await removeAttachment(owner, { id, reason: "Superseded" })
    const { files } = await listMaterial(owner, { subject })
    expect(files).toMatchObject([{ fileName: "old.txt", sha256, removedAt: expect.any(String) }])
    expect(await kept(subject)).toEqual({ files: 1, chunks: 0 })
    expect((await answerDownload(new Request("http://localhost/x", { headers }), id)).status).toBe(404)
  })

  it("arrives over HTTP with a token, or a session that names its workspace", async () => {
    const { subject } = await makeSubject("Over HTTP")
    const post = (query: string, given: Record<string, string>, body = "Text") =>
      answerAttach(new Request(`http://localhost/x?${query}`, { method: "POST", headers: given, body }))
    const named = `subject=item:${subject.id}&name=${encodeURIComponent("Notiz ü.txt")}`
    const made = await post(named, headers)
    expect([made.status, await made.json()]).toMatchObject([201, { fileName: "Notiz ü.txt" }])
    expect((await post(named, {})).status).toBe(401)
    expect((await post(`subject=item:${newId()}&name=a.txt`, headers)).status).toBe(404)
    expect((await post("name=a.txt", headers)).status).toBe(400)
    expect((await post(`subject=item:${subject.id}&name=a.exe`, headers)).status).toBe(400)
    expect((await post(`subject=item:${subject.id}`, headers)).status).toBe(400)
  })
})

describe("links", () => {
  it("are kept with a title or by their address, and removed on record", async () => {
    const { subject } = await makeSubject("With links")
    const { id } = await addLink(owner, { subject, url: "https://www.example.org/docs?x=1" })
    await addLink(owner, { subject, url: "http://example.org", title: "Home" })
    const titles = async () => (await listMaterial(owner, { subject })).links.map(({ title }) => title)
    expect(await titles()).toEqual(["example.org/docs", "Home"])
    const stakeholder = await workspace.member("stakeholder")
    await expect(removeLink(stakeholder, { id })).rejects.toMatchObject({ code: "FORBIDDEN" })
    await removeLink(owner, { id })
    expect(await titles()).toEqual(["Home"])
    await expect(addLink(owner, { subject, url: "javascript:alert(1)" })).rejects.toMatchObject({
      code: "INVALID",
    })
  })
})
