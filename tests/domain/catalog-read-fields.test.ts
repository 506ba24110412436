import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readFields } from "@/server/catalog/domain/read-fields"

const names = (text: string) => readFields(text).fields.map(({ name }) => name)

describe("pasted fields", () => {
  it("are read from CSV with a header, in any order and language", () => {
    const { fields, problems } = readFields(
      'Datentyp;Spalte;Nullable;Beschreibung\nbigint;order_id;no;Key\ntext;email;yes;"Adresse; privat"\n',
    )
    expect(problems).toEqual([])
    expect(fields).toEqual([
      { name: "order_id", type: "bigint", nullable: false, description: "Key" },
      { name: "email", type: "text", nullable: true, description: "Adresse; privat" },
    ])
  })

  it("are read without a header, from tabs, and with a byte order mark", () => {
    expect(readFields("\uFEFForder_id\tbigint\tThe key\tfalse\nname\ttext").fields).toEqual([
      { name: "order_id", type: "bigint", description: "The key", nullable: false },
      { name: "name", type: "text", description: "", nullable: true },
    ])
  })

  it("are read one per line, as in CREATE TABLE", () => {
    expect(names("order_id\nemail\n\nname")).toEqual(["order_id", "email", "name"])
    expect(
      readFields('"Order Id" bigint NOT NULL,\nprice numeric(10,2) default 0,\nnote text').fields,
    ).toEqual([
      { name: "Order Id", type: "bigint", description: "", nullable: false },
      { name: "price", type: "numeric(10,2)", description: "", nullable: true },
      { name: "note", type: "text", description: "", nullable: true },
    ])
  })

  it("tell which lines were left out and why", () => {
    const { fields, problems } = readFields("name,type\na,int\nA,int\n,int\n")
    expect(fields).toHaveLength(1)
    expect(problems).toEqual([
      { line: 2, message: "A stands twice" },
      { line: 3, message: "Field without a name" },
    ])
  })

  it("are at most 2,000", () => {
    const { fields, problems } = readFields(Array.from({ length: 2100 }, (_, i) => `f${i}`).join("\n"))
    expect(fields).toHaveLength(2000)
    expect(problems.at(-1)?.message).toBe("An asset has at most 2000 fields")
  })

  it("never make it fail", () => {
    expect(readFields("")).toEqual({ fields: [], problems: [] })
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { fields } = readFields(text)
        expect(fields.every(({ name }) => name.trim() !== "")).toBe(true)
      }),
    )
  })
})
