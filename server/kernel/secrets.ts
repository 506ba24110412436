import { generateKeyPairSync, randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { homeDirectory } from "@/db/client"

const NAMES = ["AUTH_SECRET", "PLUMBLINE_AUDIT_KEY"] as const
type SecretName = (typeof NAMES)[number]

const HOW_TO_MAKE: Record<SecretName, string> = {
  AUTH_SECRET: "openssl rand -base64 33",
  PLUMBLINE_AUDIT_KEY: "openssl genpkey -algorithm ed25519 | base64 -w0",
}

function generate(name: SecretName): string {
  if (name === "AUTH_SECRET") return randomBytes(33).toString("base64")
  const { privateKey } = generateKeyPairSync("ed25519")
  return Buffer.from(privateKey.export({ type: "pkcs8", format: "pem" })).toString("base64")
}

/**
 * Makes sure that every secret is in the environment. With the embedded database missing ones are made once and kept
 * beside it, readable by the owner only; with DATABASE_URL several nodes must share them, so they must be given
 * (PLUMBLINE_KEEP_SECRETS=1 says that there is one node, as in the demo).
 * @throws naming each missing secret and how to make it.
 */
export function loadSecrets(): void {
  const missing = NAMES.filter((name) => !process.env[name])
  if (missing.length === 0) return
  if (process.env.DATABASE_URL && process.env.PLUMBLINE_KEEP_SECRETS !== "1") {
    const lines = missing.map((name) => `  ${name}: make one with \`${HOW_TO_MAKE[name]}\``)
    throw new Error(`With DATABASE_URL these secrets must be set in the environment:\n${lines.join("\n")}`)
  }
  const path = resolve(homeDirectory(), "secrets.json")
  const kept: Partial<Record<SecretName, string>> = existsSync(path)
    ? JSON.parse(readFileSync(path, "utf8"))
    : {}
  for (const name of missing) kept[name] ??= generate(name)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(path, JSON.stringify(kept, null, 2), { mode: 0o600 })
  for (const name of missing) process.env[name] = kept[name]
}

function secret(name: SecretName): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set; call loadSecrets() at start`)
  return value
}

/** Key of next-auth's session cookies. */
export const authSecret = () => secret("AUTH_SECRET")

/** The Ed25519 private key that signs audit checkpoints, PKCS#8 PEM. */
export const auditKeyPem = () => Buffer.from(secret("PLUMBLINE_AUDIT_KEY"), "base64").toString("utf8")
