import { randomBytes } from "node:crypto"
import { hash, verify } from "@node-rs/argon2"

// argon2id is the package's default. 19 MiB, two passes, one lane: OWASP Password Storage Cheat Sheet, 2025.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** One password has several spellings in Unicode; keyboards differ in which one they send. */
const spelled = (password: string) => password.normalize("NFKC")

export function hashPassword(password: string): Promise<string> {
  return hash(spelled(password), COST)
}

let nobody: Promise<string> | undefined

/** True when it is the password. Without a stored hash it works as long and says no, so that time tells nothing. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hash(randomBytes(32), COST)
  const standIn = await nobody
  const right = await verify(stored ?? standIn, spelled(password))
  return Boolean(stored) && right
}
