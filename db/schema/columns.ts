import { customType, date, uuid } from "drizzle-orm/pg-core"

/** A point in time, `timestamptz(3)`, read and written as ISO 8601 UTC text with milliseconds. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamptz(3)",
  fromDriver: (text) => {
    // Both drivers hand over "2026-10-13 07:40:00.12+00": the sessions run in UTC.
    const milliseconds = text.slice(19, text.indexOf("+", 19)).slice(1).padEnd(3, "0")
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds}Z`
  },
  toDriver: (iso) => iso,
})

/** A calendar day, "YYYY-MM-DD". */
export const day = (name: string) => date(name, { mode: "string" })

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" })

/** Text compared by code units, as fractional ranks need it on every database. */
export const rankText = customType<{ data: string }>({ dataType: () => 'text collate "C"' })

export const id = () => uuid("id").notNull()
export const workspaceId = () => uuid("workspace_id").notNull()
