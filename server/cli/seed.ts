import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { eq, sql } from "drizzle-orm"
import { database, homeDirectory } from "@/db/client"
import { workspaces } from "@/db/schema/members"
import { seedDemo } from "@/db/seed/scenarios/demo"
import { emailOf, PEOPLE } from "@/db/seed/scenarios/demo/people"
import { COMPANY } from "@/db/seed/scenarios/demo/products"
import { ROLE_LABELS } from "@/server/kernel/domain/permissions"
import { loadSecrets } from "@/server/kernel/secrets"

/** `npm run db:seed -- demo`: fills an empty database with the demo company, or says who its people are. */

const passwordFile = resolve(homeDirectory(), "demo-password")

/** PLUMBLINE_DEMO_PASSWORD, or one made once and kept, so that the second start can print it again. */
function demoPassword(): string {
  if (process.env.PLUMBLINE_DEMO_PASSWORD) return process.env.PLUMBLINE_DEMO_PASSWORD
  if (existsSync(passwordFile)) return readFileSync(passwordFile, "utf8").trim()
  return randomBytes(12).toString("base64url")
}

function keepPassword(password: string): void {
  mkdirSync(homeDirectory(), { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
}

function printPeople(password: string): void {
  const width = Math.max(...PEOPLE.map(({ name }) => emailOf(name).length))
  console.log(`People of ${COMPANY.name}, all with the password ${password}\n`)
  for (const { name, role } of PEOPLE) console.log(`  ${emailOf(name).padEnd(width)}  ${ROLE_LABELS[role]}`)
}

async function seed(scenario: string | undefined): Promise<void> {
  if (scenario !== "demo") throw new Error("Say which scenario: `npm run db:seed -- demo`")
  loadSecrets()
  const open = await database()
  try {
    const [present] = await open.db
      .select({ id: workspaces.id })
      .from(workspaces)
      .where(eq(workspaces.slug, COMPANY.slug))
    const password = demoPassword()
    if (!present) {
      await seedDemo(open, password, Date.now())
      // The embedded database never gathers statistics by itself, and without them it plans for empty tables.
      await open.db.execute(sql`analyze`)
      keepPassword(password)
    } else if (!existsSync(passwordFile)) {
      console.log(`The workspace ${COMPANY.name} exists already; its passwords were set when it was made.`)
      return
    }
    printPeople(existsSync(passwordFile) ? readFileSync(passwordFile, "utf8").trim() : password)
  } finally {
    await open.close()
  }
}

seed(process.argv[2]).catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
