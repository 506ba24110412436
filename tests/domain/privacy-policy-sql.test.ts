import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type MaskPlan, ruleFor } from "@/server/privacy/domain/mask-plan"
import { maskText, maskWords } from "@/server/privacy/domain/mask-rule"
import { sampleOf } from "@/server/privacy/domain/mask-samples"
import { bigqueryPolicy } from "@/server/privacy/domain/policy-bigquery"
import { postgresqlPolicy } from "@/server/privacy/domain/policy-postgresql"
import { snowflakePolicy } from "@/server/privacy/domain/policy-snowflake"
import { comment, quoteName, quotePath, quoteText } from "@/server/privacy/domain/sql-quote"

const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        '"',
        "'",
        "`",
        "\\",
        "--",
        "/*",
        "*/",
        ";",
        "\n",
        "\r",
        "$$",
        "$plumbline$",
        "a",
        " drop table x ",
      ),
    )
    .map((parts) => parts.join("")),
)

/** Reads one quoted thing from the start, as the database would: what it holds, and what comes after it. */
function readQuoted(sql: string, style: "double" | "backslash"): { content: string; rest: string } {
  const quote = sql[0]!
  let content = ""
  for (let at = 1; at < sql.length; at++) {
    const sign = sql[at]!
    if (style === "backslash" && sign === "\\") {
      const next = sql[++at]!
      content += ({ n: "\n", r: "\r" } as Record<string, string>)[next] ?? next
    } else if (sign !== quote) content += sign
    else if (style === "double" && sql[at + 1] === quote) content += sql[++at]!
    else return { content, rest: sql.slice(at + 1) }
  }
  throw new Error("never closed")
}

describe("hostile names", () => {
  it("stay one identifier", () => {
    fc.assert(
      fc.property(hostile, (name) => {
        expect(readQuoted(quoteName("postgresql", name), "double")).toEqual({ content: name, rest: "" })
        expect(readQuoted(quoteName("bigquery", name), "backslash")).toEqual({ content: name, rest: "" })
        const { content, rest } = readQuoted(quoteName("snowflake", name), "double")
        expect([content.toLowerCase(), rest]).toEqual([name.toLowerCase(), ""])
      }),
      { numRuns: 2000 },
    )
  })

  it("stay one word of text, and one line of comment", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(readQuoted(quoteText("postgresql", text), "double")).toEqual({ content: text, rest: "" })
        expect(readQuoted(quoteText("bigquery", text), "backslash")).toEqual({ content: text, rest: "" })
        expect(comment(text)).not.toMatch(/[\n\r\u2028\u2029\u0085\v\f]/)
      }),
      { numRuns: 2000 },
    )
  })

  it("are separated by their dots only", () => {
    expect(quotePath("postgresql", 'crm.cust"omers')).toBe('"crm"."cust""omers"')
    expect(quoteName("snowflake", "orders")).toBe('"ORDERS"')
    expect(quoteName("snowflake", "Order items")).toBe('"Order items"')
    expect(quoteName("bigquery", "a`b\\c\n")).toBe("`a\\`b\\\\c\\n`")
    expect(quoteText("snowflake", "a\\'b")).toBe("'a\\\\''b'")
  })
})

const plan: MaskPlan = {
  roles: [
    {
      name: "analyst",
      rules: {
        email: { kind: "hash" },
        phone: { kind: "partial", keep: 4 },
        birth_date: { kind: "year" },
        none: { kind: "none" },
      },
    },
    { name: "marketing", rules: { email: { kind: "none" }, none: { kind: "none" } } },
  ],
  assets: [
    {
      name: "crm.customers",
      kind: "table",
      fields: [
        { name: "customer_id", type: "bigint", classKey: "none" },
        { name: "email", type: "text", classKey: "email" },
        { name: "phone", type: "varchar(30)", classKey: "phone" },
        { name: "born", type: "date", classKey: "birth_date" },
        { name: "note", type: "text", classKey: null },
      ],
      consents: [
        {
          purpose: "Newsletter",
          roleName: "marketing",
          flagTable: "crm.consents",
          flagColumn: "newsletter",
          joinKey: "customer_id",
          joinType: "bigint",
        },
      ],
    },
    { name: "reports", kind: "dashboard", fields: [{ name: "x", type: "", classKey: null }], consents: [] },
  ],
}

describe("masks", () => {
  it("show nothing without a rule, and nothing of what nobody classified", () => {
    expect(ruleFor(plan.roles[0]!, "phone")).toEqual({ kind: "partial", keep: 4 })
    expect(ruleFor(plan.roles[1]!, "phone")).toEqual({ kind: "null" })
    expect(ruleFor(plan.roles[0]!, null)).toEqual({ kind: "null" })
    expect(ruleFor(plan.roles[0]!, "toString")).toEqual({ kind: "null" })
  })

  it("leave of a value what they say, and of a short one nothing", () => {
    const keep = 4
    expect(maskText({ kind: "partial", keep }, "0049 1234")).toBe("*****1234")
    expect(maskText({ kind: "partial", keep }, "1234")).toBe("****")
    expect(maskText({ kind: "truncate", keep: 2 }, "10115")).toBe("10")
    expect(maskText({ kind: "year" }, "1984-02-29")).toBe("1984-01-01")
    expect(maskText({ kind: "year" }, "in spring")).toBeNull()
    expect(maskText({ kind: "redact" }, "x")).toBe("[redacted]")
    expect(maskText({ kind: "none" }, null)).toBeNull()
    expect(maskWords({ kind: "partial", keep })).toBe("Last 4")
    expect(sampleOf("email")).toContain("@")
    expect(sampleOf("constructor")).toBe("Sample value 12345")
  })
})

describe("policies", () => {
  it("say what they leave out, and why", () => {
    for (const write of [postgresqlPolicy, snowflakePolicy, bigqueryPolicy]) {
      expect(write(plan).notes).toContain("reports is left out: it is a dashboard, not a table or view")
    }
    const long = { ...plan, assets: [{ ...plan.assets[0]!, name: "x".repeat(64) }] }
    expect(postgresqlPolicy(long).notes[0]).toMatch(/longer than 63 bytes/)
    expect(bigqueryPolicy(plan).notes[0]).toMatch(/no SQL form/)
  })

  it("for Snowflake deny by default, filter by consent, and take one type each", () => {
    const { sql } = snowflakePolicy(plan)
    expect(sql).toContain(
      'create masking policy if not exists "PLUMBLINE_EMAIL_TEXT" as (val varchar) returns varchar -> null;',
    )
    expect(sql).toContain("when is_role_in_session('ANALYST') then sha2(val, 256)")
    expect(sql).toContain(
      'alter table "CRM"."CUSTOMERS" modify column "BORN" set masking policy "PLUMBLINE_BIRTH_DATE_DATE" force;',
    )
    expect(sql).toContain('"PLUMBLINE_UNCLASSIFIED_TEXT"')
    expect(sql).not.toContain('modify column "CUSTOMER_ID"')
    expect(sql).toContain("(arg_1 number) returns boolean ->")
    expect(sql).toContain('not is_role_in_session(\'MARKETING\') or exists (select 1 from "CRM"."CONSENTS" c')
  })

  it("for BigQuery are views per role", () => {
    const { sql } = bigqueryPolicy(plan)
    expect(sql).toContain("CREATE OR REPLACE VIEW `for_marketing`.`customers` AS SELECT")
    expect(sql).toContain(
      "WHERE EXISTS (SELECT 1 FROM `crm`.`consents` c WHERE c.`customer_id` = t.`customer_id` AND c.`newsletter` IS TRUE)",
    )
    expect(sql).toContain("IF(FALSE, t.`note`, NULL) AS `note` -- unclassified: nothing")
  })
})
