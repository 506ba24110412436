import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { harmless } from "@/server/dpia/domain/exchange/exchange-values"
import { readExchange } from "@/server/dpia/domain/exchange/read-exchange"
import { EXCHANGE_BYTES, readFile } from "@/server/dpia/domain/exchange/read-file"
import { type ExchangeFacts, writeExchange } from "@/server/dpia/domain/exchange/write-exchange"
import { QUESTIONS } from "@/server/dpia/domain/questions"
import { canonicalText } from "@/server/kernel/domain/canonical-text"
import { type JsonValue, plainJson } from "@/server/kernel/domain/plain-json"
import { sampleDocument } from "./dpia-sample"

const NOW = "2026-10-13T07:40:00.000Z"
const facts = (more: Partial<ExchangeFacts> = {}): ExchangeFacts => ({
  number: 7,
  status: 0,
  progress: 12,
  createdAt: NOW,
  updatedAt: NOW,
  lock: 1,
  untouched: true,
  ...more,
})

function idMaker() {
  let count = 0
  return () => `0199d000-0000-7000-8000-${String(++count).padStart(12, "0")}`
}
const read = (document: JsonValue) => readExchange(document, idMaker(), NOW)!
const bytes = (text: string) => new TextEncoder().encode(text)

const text = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom(
    "<p>Bold <b>x</b></p>",
    "a & b < c",
    "<script>x</script>ok",
    "&eacute;",
    "**md**",
    "- a\n- b",
    "null",
  ),
)
const loose = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof(arbitrary, fc.constantFrom(null, "", "0", 3, true))
const record = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .tuple(
      fc.record(fields, { requiredKeys: [] }),
      fc.dictionary(fc.string({ maxLength: 6 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 }),
    )
    .map(([known, extra]) => ({ ...extra, ...known }))
const level = loose(fc.oneof(fc.integer({ min: -1, max: 5 }), fc.constantFrom("1", "4", "x")))
const measureNumber = fc.integer({ min: 0, max: 4 })
const reference = fc.oneof(
  fc.constantFrom("1.1", "1.2", "2.1.211", "2.2.227", "3.2", "3.3", "9.9", "3.5"),
  measureNumber.map((number) => `3.1.${number}`),
)
/** What stands where a list should. */
const noList = fc.constantFrom(null, "none", 5, false, { "1.1": { status: 3 } })
const list = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number) =>
  fc.oneof({ weight: 9, arbitrary: fc.array(arbitrary, { maxLength }) }, { weight: 1, arbitrary: noList })
const day = fc.constantFrom("2026-05-01", "2026-05-01T00:00:00.000Z", "2026-02-30", "soon")
const document = fc.record({
  pia: record({
    id: loose(fc.nat()),
    status: level,
    name: loose(text),
    dpo_status: level,
    dpo_opinion: loose(text),
    ...{
      concerned_people_searched_opinion: loose(fc.boolean()),
      people_names: loose(text),
      rejection_reason: text,
    },
    progress: loose(fc.nat()),
    updated_at: loose(day),
    lock_version: loose(fc.nat()),
  }),
  answers: list(
    record({
      reference_to: fc.oneof(
        fc.constantFrom(...QUESTIONS.map(({ id }) => id)),
        fc.constantFrom("111", 999, "x"),
      ),
      data: loose(record({ text: loose(text), gauge: level, list: loose(fc.array(text, { maxLength: 3 })) })),
      id: fc.nat(),
      created_at: day,
    }),
    8,
  ),
  measures: list(record({ id: loose(measureNumber), title: loose(text), content: loose(text) }), 4),
  evaluations: list(
    record({
      ...{
        reference_to: reference,
        status: level,
        evaluation_comment: loose(text),
        action_plan_comment: loose(text),
      },
      gauges: loose(record({ x: level, y: level })),
      ...{
        estimated_implementation_date: loose(day),
        evaluation_date: loose(day),
        person_in_charge: loose(text),
      },
    }),
    6,
  ),
  comments: list(
    record({
      reference_to: loose(fc.oneof(fc.constantFrom(111, 214), measureNumber)),
      for_measure: loose(fc.boolean()),
      description: loose(text),
    }),
    4,
  ),
})

describe("the exchange format", () => {
  it("goes out, comes in and goes out again byte by byte, whatever the first file held", () => {
    fc.assert(
      fc.property(document, (given) => {
        const first = read(harmless(plainJson(given, "forgiving")))
        const once = writeExchange(first.content, facts())
        const cleaned = harmless(once)
        expect(canonicalText(cleaned)).toBe(canonicalText(once))
        const second = read(cleaned)
        expect(
          canonicalText(writeExchange(second.content, facts({ number: 9, progress: 50, lock: 1 }))),
        ).toBe(canonicalText(once))
      }),
      { numRuns: 500 },
    )
  })

  it("writes a file of the same shape back without loss", () => {
    const given = harmless(sampleDocument())
    const { content, problems } = read(given)
    expect(problems.filter(({ level }) => level === "error")).toEqual([])
    const back = writeExchange(content, facts())
    expect(JSON.parse(canonicalText(back))).toEqual(JSON.parse(canonicalText(given)))
  })

  it("reads what is loosely written, and links measures by their new ids", () => {
    const { content, problems } = read(harmless(sampleDocument()))
    expect(content).toMatchObject({
      name: "Loyalty cards",
      advice: { names: "D. Officer", status: 1, opinion: "In favour, **if** masked" },
      people: { sought: false, reason: "Too early" },
    })
    const [backup, access] = content.measures
    expect(content.answers.find(({ questionId }) => questionId === 324)?.list).toEqual([
      { text: "Backups", measureId: backup!.id },
      { text: "Renamed meanwhile", measureId: null },
    ])
    expect(content.evaluations.map(({ reference, status }) => [reference, status])).toEqual([
      ["1.1", 3],
      ["2.1.211", 2],
      [`3.1.${access!.id}`, 1],
      ["3.2", 2],
    ])
    expect(content.evaluations[3]).toMatchObject({
      residual: { severity: 2, likelihood: 1 },
      dueOn: "2026-05-01",
    })
    expect(content.answers.find(({ questionId }) => questionId === 325)).toMatchObject({ gauge: 3 })
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      "answers[3].data.list: No measure has the title “Renamed meanwhile”; the words stay",
      "attachments: The attachment “contract.pdf” is not in the file; attach it again",
      "pia.status: It was validated in another program. That is kept as history; it is no signature here",
    ])
  })

  it("names every entry that it cannot use, and loses none of them", () => {
    const odd: JsonValue = {
      pia: { name: "X" },
      answers: [{ reference_to: 999 }, 5, { reference_to: 111 }, { reference_to: "111" }],
      measures: [
        { id: 1, title: "A" },
        { id: "1", title: "B" },
      ],
      evaluations: [{ reference_to: "3.1.9", status: 3 }, { reference_to: "1.1" }],
      comments: "none",
    }
    const { content, problems } = read(odd)
    expect(problems.filter(({ level }) => level === "error").map(({ path }) => path)).toEqual([
      ...["answers[0].reference_to", "answers[1]", "answers[3].reference_to"],
      ...["evaluations[0].reference_to", "comments"],
    ])
    expect(content.measures.map(({ number }) => number)).toEqual([1, 2])
    const back = writeExchange(content, facts())
    expect(back.answers).toHaveLength(4)
    expect(back.evaluations).toHaveLength(2)
    expect(readExchange([], idMaker(), NOW)).toBeUndefined()
    expect(readExchange({ answers: [] }, idMaker(), NOW)).toBeUndefined()
  })

  it("keeps what stands in the place of a list, until there is something of ours to write", () => {
    const sample = sampleDocument() as Record<string, JsonValue>
    const odd = { measures: null, evaluations: { "1.1": { status: 3 } }, comments: "none" }
    const given = harmless({ ...sample, ...odd })
    const { content, problems } = read(given)
    expect(problems.flatMap(({ path, level }) => (level === "error" ? path : []))).toEqual([
      ...["evaluations", "comments"],
    ])
    expect(canonicalText(writeExchange(content, facts()))).toBe(canonicalText(given))
    const comment = { questionId: 111, measureId: null, text: "Why?", createdAt: NOW, kept: null }
    expect(writeExchange({ ...content, comments: [comment] }, facts()).comments).toHaveLength(1)
  })

  it("links 5,000 entries to 5,000 measures without comparing each with each", () => {
    const titles = Array.from({ length: 5000 }, (_, index) => `Measure ${index % 2500}`)
    const answers = [{ reference_to: 324, data: { list: titles } }]
    const measures = titles.map((title, index) => ({ id: index + 1, title }))
    const { content, problems } = read({ pia: {}, measures, answers })
    const [first] = content.measures
    expect(content.answers[0]?.list[2500]).toEqual({ text: "Measure 0", measureId: first!.id })
    expect(problems).toHaveLength(5000)
    expect(problems[0]?.message).toBe("2 measures have the title “Measure 0”; the first is taken")
  })

  it("writes anew what was changed here, and only that", () => {
    const given = harmless(sampleDocument()) as {
      answers: { reference_to: number; data: { text: string } }[]
    }
    const { content } = read(given as unknown as JsonValue)
    const answers = content.answers.map((answer) =>
      answer.questionId === 111 ? { ...answer, text: "New\n\n- one\n- two" } : answer,
    )
    const back = writeExchange({ ...content, answers }, facts({ untouched: false, lock: 5, status: 3 }))
    expect(back.pia).toMatchObject({ status: 3, lock_version: 5, id: 41, structure_name: "Kept" })
    const [first, second] = back.answers as typeof given.answers
    expect(first!.data.text).toBe("<p>New</p><ul><li>one</li><li>two</li></ul>")
    expect(second).toEqual(given.answers[1])
  })
})

describe("a file", () => {
  const message = (file: Uint8Array) => {
    const result = readFile(file)
    return result.ok ? "read" : result.message
  }

  it("is refused in words that say what to do", () => {
    expect(message(bytes('{"pia": {"name": "X"'))).toContain("ends in the middle")
    expect(message(bytes("name;value"))).toContain("not JSON")
    expect(message(new Uint8Array())).toContain("empty")
    expect(message(new Uint8Array([0x50, 0x4b, 3, 4]))).toContain("ZIP")
    expect(message(new Uint8Array([0x7b, 0xe9, 0x7d]))).toContain("UTF-8")
    expect(message(new Uint8Array(EXCHANGE_BYTES + 1))).toContain("30 MB")
    expect(message(bytes(`{"a":${"[".repeat(200)}${"]".repeat(200)}}`))).toContain("nested too deeply")
    expect(message(bytes('{"a":1e999}'))).toContain("number")
  })

  it("is read with a byte order mark and in UTF-16, without scripts, NULs and halves of characters", () => {
    const dirty =
      '{"pia":{"name":"A\\u0000<script>x</script>B","dpo_opinion":"<b onclick=1>x</b>"},"__proto__":{"a":1},"x":"\\ud800"}'
    const clean = { pia: { name: "AB", dpo_opinion: "<b>x</b>" }, x: "\uFFFD" }
    const result = readFile(bytes(`\uFEFF${dirty}`))
    expect(result.ok && JSON.parse(JSON.stringify(result.document))).toMatchObject(clean)
    const wide = new Uint8Array(Buffer.from(`\uFEFF${dirty}`, "utf16le"))
    expect(readFile(wide)).toMatchObject({ ok: true, notes: ["The file is in UTF-16LE and was converted"] })
  })
})
