import { describe, expect, it } from "vitest"
import { detectEncoding } from "@/server/backlog/domain/import/detect-encoding"
import { FileProblem } from "@/server/backlog/domain/import/file-problem"
import type { SourceRow } from "@/server/backlog/domain/import/source-row"
import { openCsv, type ReadOptions } from "@/server/backlog/internal/read-rows"

async function* pieces(bytes: Uint8Array, size = bytes.length || 1) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function read(content: string | Uint8Array, options: ReadOptions = {}, size?: number) {
  const csv = await openCsv(
    pieces(typeof content === "string" ? Buffer.from(content) : content, size),
    options,
  )
  const rows: SourceRow[] = []
  for await (const row of csv.rows) rows.push(row)
  return { ...csv, rows, records: rows.map((row) => row.record) }
}
async function problemOf(content: string | Uint8Array, options: ReadOptions = {}) {
  const error = await read(content, options).catch((thrown: unknown) => thrown)
  if (!(error instanceof FileProblem)) throw new Error(`no FileProblem but ${error}`)
  return error
}
const utf16 = (text: string) => Buffer.from(text, "utf16le")

describe("reading", () => {
  it("CRLF, a BOM, multi-line quotes; rows and lines are counted as people count them", async () => {
    const csv = await read('\uFEFFkey,title\r\n1,"two\r\nlines, ""quoted"""\r\n\r\n , \r\n2,b\r\n')
    expect(csv.encoding).toEqual({ encoding: "utf-8", bom: true, certain: true })
    expect(csv.columns).toEqual([
      { name: "key", count: 1 },
      { name: "title", count: 1 },
    ])
    expect(csv.rows).toEqual([
      { row: 2, line: 2, record: { key: "1", title: 'two\r\nlines, "quoted"' }, extraCells: 0 },
      { row: 5, line: 6, record: { key: "2", title: "b" }, extraCells: 0 },
    ])
  })

  it("is the same in pieces of any size", async () => {
    const text = 'key;title\r\n1;"é\r\n""x"""\r\n2;😀\r\n'
    const whole = await read(text)
    for (const size of [1, 2, 3, 7]) expect((await read(text, {}, size)).rows).toEqual(whole.rows)
  })

  it("collects repeated columns, keeps extra cells, leaves short rows short", async () => {
    const { columns, rows } = await read("key,Labels,Labels,note\n1,a,b,n,x,,y\n2,,c\n3\n")
    expect(columns).toContainEqual({ name: "Labels", count: 2 })
    expect(rows.map(({ record, extraCells }) => [record, extraCells])).toEqual([
      [{ key: "1", Labels: ["a", "b"], note: "n", "column 5": ["x"], "column 7": ["y"] }, 2],
      [{ key: "2", Labels: ["c"] }, 0],
      [{ key: "3" }, 0],
    ])
  })

  it("mixed line ends, quotes inside plain cells, missing header names, Excel's sep line", async () => {
    expect(
      (await read('sep=;\r\na;;__proto__\r\n5" screen;x;y\n"p" q;r;s\r')).rows.map(({ record }) => record),
    ).toEqual([
      { a: '5" screen', "column 2": "x", "column 3": "y" },
      { a: '"p" q', "column 2": "r", "column 3": "s" },
    ])
  })

  it.each([
    ["utf-16le", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16("title;x\nÄ;1\n")])],
    ["utf-16le", utf16("title;other\nÄnderung;some text\n")],
    ["utf-16be", Buffer.concat([Buffer.from([0xfe, 0xff]), utf16("title;x\nÄ;1\n").swap16()])],
    [
      "windows-1252",
      Buffer.from("title;x\nÄnderung f\xfcr die K\xfcche;1\nGr\xf6\xdfe \x80 5;2\n", "latin1"),
    ],
  ])("finds %s", async (encoding, bytes) => {
    const csv = await read(bytes)
    expect(csv.encoding.encoding).toBe(encoding)
    expect(csv.separator).toBe(";")
    expect(String(csv.records[0]?.title)).toMatch(/^Ä/)
  })

  it("finds Russian and Japanese text", () => {
    const russian = Buffer.from(
      [..."Исправить загрузку данных из источника, добавить проверку качества"].map(toCp1251),
    )
    expect(detectEncoding(russian, true)).toEqual({ encoding: "windows-1251", bom: false, certain: false })
    expect(detectEncoding(Buffer.from("日本語", "utf8"), true).encoding).toBe("utf-8")
  })

  it("a sample may end inside a character, a whole file may not", () => {
    const cut = Buffer.from("title\nÄ").subarray(0, 7)
    expect(detectEncoding(cut, false).encoding).toBe("utf-8")
    expect(detectEncoding(cut, true).encoding).not.toBe("utf-8")
  })

  it("takes the encoding and separator a person chose", async () => {
    const csv = await read(Buffer.from("a|b,c\n\xe9|1\n", "latin1"), {
      encoding: "iso-8859-15",
      separator: "|",
    })
    expect(csv.records).toEqual([{ a: "é", "b,c": "1" }])
  })

  it("lets go of the source when the reader stops", async () => {
    let closed = false
    async function* endless() {
      try {
        yield Buffer.from("a,b\n")
        for (;;) yield Buffer.from("1,2\n".repeat(20_000))
      } finally {
        closed = true
      }
    }
    const csv = await openCsv(endless())
    for await (const row of csv.rows) if (row.row > 100) break
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(closed).toBe(true)
  })
})

const toCp1251 = (char: string) => {
  const code = char.charCodeAt(0)
  return code < 128 ? code : code - 0x410 + 0xc0
}

describe("bad files", () => {
  it.each<[string, string | Uint8Array, string, RegExp]>([
    ["an empty file", "", "empty", /is empty/],
    ["a file of blank lines", "\n\n \n", "empty", /no text/],
    ["a header only", "key,title\n", "header_only", /at least one row/],
    ["a header and blank rows", "key,title\n,\n \n", "header_only", /at least one row/],
    ["an Excel workbook", Buffer.from("PK\x03\x04rest"), "not_text", /Excel workbook/],
    ["a PDF", Buffer.from("%PDF-1.7"), "not_text", /PDF/],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), "not_text", /PNG/],
    ["zero bytes", Buffer.from("key,title\n1,a\0b\n"), "not_text", /binary/],
    [
      "control characters",
      Buffer.from(Array.from({ length: 400 }, (_, n) => 1 + (n % 8))),
      "not_text",
      /binary/,
    ],
    ["a web page", "<!DOCTYPE html><html></html>", "not_text", /web page/],
    ["UTF-32", Buffer.from([0xff, 0xfe, 0, 0, 97, 0, 0, 0]), "encoding", /UTF-32/],
    ["a quote that is never closed", 'key,title\n1,a\n2,"b\n3,c\n', "quote", /^Row 3: a quote opens/],
    [
      "a cell of 10 MB",
      `key,title\n1,a\n2,${"x".repeat(10_000_000)}\n`,
      "cell_too_large",
      /^Row 3, column 2: larger than 8 MB/,
    ],
    [
      "a cell of 2 MB",
      `key,title\n1,a\n2,${"x".repeat(2_000_000)}\n`,
      "cell_too_large",
      /^Row 3, column “title”: more than 1 MB/,
    ],
    ["too many columns", `${"a,".repeat(500)}b\n1\n`, "too_many_columns", /Row 1 has 501 columns/],
    [
      "a row with too many cells",
      `a,b\n1,2\n${"x,".repeat(600)}\n`,
      "too_many_columns",
      /Row 3 has 601 columns/,
    ],
    ["a header that is text", `${"word ".repeat(100)},b\n1,2\n`, "header", /name of column 1/],
    ["too many rows", `a\n${"1\n".repeat(100_001)}`, "too_many_rows", /more than 100,000 rows/],
  ])("%s", async (_, content, code, message) => {
    const problem = await problemOf(content)
    expect(problem.code).toBe(code)
    expect(problem.message).toMatch(message)
  })

  it("more than 50 MB stops reading at the limit", async () => {
    let sent = 0
    async function* big() {
      yield Buffer.from("a,b\n")
      for (; sent < 100; sent++) yield Buffer.alloc(1024 * 1024, "1,2\n")
    }
    const run = async () => {
      for await (const _ of (await openCsv(big())).rows);
    }
    await expect(run()).rejects.toMatchObject({ code: expect.stringMatching(/too_large|too_many_rows/) })
    expect(sent).toBeLessThan(60)
  })

  it("bytes of another encoding after a clean start, and a wrong choice", async () => {
    const late = Buffer.concat([
      Buffer.from(`title\n${"plain ascii row\n".repeat(20_000)}`),
      Buffer.from([0xe9, 0x0a]),
    ])
    expect(await problemOf(late)).toMatchObject({
      code: "encoding",
      message: expect.stringContaining("windows-1252"),
    })
    expect(await problemOf(Buffer.from("title\ncaf\xe9\n", "latin1"), { encoding: "utf-8" })).toMatchObject({
      code: "encoding",
    })
    expect(await problemOf("title\na\n", { encoding: "klingon" })).toMatchObject({ code: "encoding" })
  })

  it("a failing source fails the reading", async () => {
    async function* broken() {
      yield Buffer.from(`a,b\n${"1,2\n".repeat(100_000)}`)
      throw new Error("connection lost")
    }
    const run = async () => {
      for await (const _ of (await openCsv(broken())).rows);
    }
    await expect(run()).rejects.toThrow("connection lost")
  })
})
