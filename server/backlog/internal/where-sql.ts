import { and, arrayContains, arrayOverlaps, inArray, isNull, not, or, type SQL, sql } from "drizzle-orm"
import { alias, type PgColumn } from "drizzle-orm/pg-core"
import { items } from "@/db/schema/backlog"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { type Condition, type ConditionNode, isGroup, type Operator } from "../domain/item-condition"
import { type BuiltInField, customNameOfField, frameworkOfField } from "../domain/item-fields"
import { quarterOf, shiftQuarter } from "../domain/quarter"
import { dayCondition, momentCondition } from "./day-conditions"
import { scoreCondition } from "./score-condition"
import { literal } from "./search-condition"

/** A tree of conditions as SQL that needs no table joined to `items`, with every value as a parameter. */
export function whereSql(ctx: OpCtx, node: ConditionNode): SQL | undefined {
  if (!isGroup(node)) return conditionSql(ctx, node)
  const parts = node.of.map((part) => whereSql(ctx, part))
  return node.match === "all" ? and(...parts) : or(...parts)
}

/** What an operator denies: "is not" holds for items that have no value at all. */
const DENIES: Partial<Record<Operator, Operator>> = {
  not: "is",
  lacks: "contains",
  filled: "empty",
  not_by_me: "by_me",
}

function conditionSql(ctx: OpCtx, condition: Condition): SQL | undefined {
  const denied = DENIES[condition.op]
  if (denied) return sql`not coalesce(${conditionSql(ctx, { ...condition, op: denied })}, false)`
  const custom = customNameOfField(condition.field)
  if (custom !== null) return customCondition(ctx, customValue(custom), condition)
  const framework = frameworkOfField(condition.field)
  if (framework)
    return scoreCondition(ctx, framework, condition, (score) => numberCondition(score, condition))
  const field = condition.field as BuiltInField
  return FIELDS[field](ctx, condition)
}

/** The text of a custom field of an item; null when it has none. */
export const customValue = (name: string) => sql`nullif(${items.custom} ->> ${name}::text, '')`

/**
 * A text as a number where it is one: a case, because PostgreSQL may cast before it filters. Most texts begin with a
 * letter, which is seen at once (blanks, signs and digits come before the colon); the pattern is slow.
 */
export const asNumber = (text: SQL) =>
  sql`case when ${text} collate "C" < ':' and ${text} ~ '^\\s*-?\\d{1,15}([.,]\\d{1,10})?\\s*$' then replace(${text}, ',', '.')::numeric end`

type Compare = (ctx: OpCtx, condition: Condition) => SQL | undefined

const FIELDS: Record<BuiltInField, Compare> = {
  key: (_, condition) => textCondition(sql`${items.key}`, condition),
  title: (_, condition) => textCondition(sql`${items.title}`, condition),
  description: (_, condition) => textCondition(sql`nullif(${items.description}, '')`, condition),
  external_key: (_, condition) => textCondition(sql`${items.externalKey}`, condition),
  type: (_, { values }) => inArray(items.type, values as never[]),
  status: (_, { values }) => inArray(items.status, values as never[]),
  owner: (ctx, condition) => personCondition(ctx, items.ownerId, condition),
  creator: (ctx, condition) => personCondition(ctx, items.createdBy, condition),
  product: (_, { op, values }) =>
    op === "empty" ? isNull(items.productId) : inArray(items.productId, values),
  domain: (ctx, { op, values }) =>
    op === "empty"
      ? isNull(items.productId)
      : inArray(
          items.productId,
          ctx.db
            .select({ id: products.id })
            .from(products)
            .where(own(ctx, products, inArray(products.domainId, values))),
        ),
  parent: parentCondition,
  labels: (_, { op, values }) => {
    if (op === "empty") return sql`cardinality(${items.labels}) = 0`
    return op === "all" ? arrayContains(items.labels, values) : arrayOverlaps(items.labels, values)
  },
  estimate: (_, condition) => numberCondition(sql`${items.estimate}`, condition),
  due: (ctx, condition) => dayCondition(items.dueDate, condition, ctx.now),
  quarter: quarterCondition,
  created: (ctx, condition) => momentCondition(items.createdAt, condition, ctx.now),
  updated: (ctx, condition) => momentCondition(items.updatedAt, condition, ctx.now),
  state_since: (ctx, condition) => momentCondition(items.statusChangedAt, condition, ctx.now),
  archived: (_, { op }) => (op === "yes" ? not(isNull(items.archivedAt)) : isNull(items.archivedAt)),
}

function textCondition(text: SQL, { op, values }: Condition): SQL {
  if (op === "empty") return sql`${text} is null`
  if (op === "contains") return sql`${text} ilike ${`%${literal(values[0]!)}%`}`
  const same = values.map((value) => sql`lower(${value}::text)`)
  return sql`lower(${text}) in (${sql.join(same, sql`, `)})`
}

function personCondition(ctx: OpCtx, column: PgColumn, { op, values }: Condition): SQL {
  if (op === "empty") return isNull(column)
  return inArray(
    column,
    values.map((value) => (value === "me" ? ctx.userId : value)),
  )
}

function parentCondition(ctx: OpCtx, { op, values }: Condition): SQL {
  if (op === "empty") return isNull(items.parentId)
  const parents = alias(items, "wanted_parents")
  const keys = values.map((value) => value.toUpperCase())
  const wanted = ctx.db
    .select({ id: parents.id })
    .from(parents)
    .where(own(ctx, parents, inArray(parents.key, keys)))
  return inArray(items.parentId, wanted)
}

const SIGNS: Partial<Record<Operator, SQL>> = {
  above: sql`>`,
  below: sql`<`,
  at_least: sql`>=`,
  at_most: sql`<=`,
}

function numberCondition(number: SQL, { op, values }: Condition): SQL {
  if (op === "empty") return sql`${number} is null`
  const given = values.map((value) => sql`${value}::text::numeric`)
  if (op === "between") return sql`${number} between ${given[0]} and ${given[1]}`
  return SIGNS[op] ? sql`${number} ${SIGNS[op]} ${given[0]}` : sql`${number} in (${sql.join(given, sql`, `)})`
}

function quarterCondition(ctx: OpCtx, { op, values }: Condition): SQL {
  if (op === "empty") return isNull(items.quarter)
  const present = quarterOf(ctx.now)
  const meant = values.map((value) => {
    if (value === "this") return present
    return value === "last" || value === "next"
      ? (shiftQuarter(present, value === "next" ? 1 : -1) ?? present)
      : value
  })
  // "2026-Q4" compares as text: the year comes first and has four digits.
  if (op === "before") return sql`${items.quarter} < ${meant[0]}`
  return op === "after" ? sql`${items.quarter} > ${meant[0]}` : inArray(items.quarter, meant)
}

/** Custom fields are text: numbers and days are compared where the text is one, others never match. */
function customCondition(ctx: OpCtx, text: SQL, condition: Condition): SQL {
  const { op, values } = condition
  if (op === "before" || op === "after") {
    const day = values[0] === "today" ? ctx.now.slice(0, 10) : values[0]
    const written = sql`case when ${text} ~ '^\\d{4}-\\d{2}-\\d{2}' then left(${text}, 10) end`
    return op === "before" ? sql`${written} collate "C" < ${day}` : sql`${written} collate "C" > ${day}`
  }
  return SIGNS[op]
    ? numberCondition(asNumber(text), condition)
    : textCondition(text, { ...condition, values })
}

/** Whether a tree asks for archived items; a list that does not leaves them out. */
export const mentionsArchive = (node: ConditionNode): boolean =>
  isGroup(node) ? node.of.some(mentionsArchive) : node.field === "archived"
