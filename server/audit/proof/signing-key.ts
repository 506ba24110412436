import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto"
import { parseVerifierKey, publicKeyFromRaw, rawPublicKey } from "./verifier-key"

/** The installation's Ed25519 pair. The same pair signs for every workspace, each under its own name. */
export type SigningKey = { privateKey: KeyObject; publicKey: KeyObject }

/** A fresh pair: `privatePem` (PKCS8) is the secret to keep, `publicText` is base64 of the 32 public bytes. */
export function generateSigningKey(): { privatePem: string; publicText: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519")
  return {
    privatePem: privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
    publicText: publicKeyText(publicKey),
  }
}

/**
 * Reads the private key as it stands in an environment variable: PKCS8 PEM, with real line breaks or
 * with `\n` written out, or base64 of the PEM or of the DER. Throws with the remedy; never quotes the key.
 */
export function loadSigningKey(text: string): SigningKey {
  const privateKey = readPrivateKey(text.trim().replaceAll("\\n", "\n"))
  if (privateKey?.asymmetricKeyType !== "ed25519") {
    throw new Error(
      "The audit signing key cannot be read. Give an Ed25519 private key as PKCS8 PEM (openssl genpkey -algorithm ed25519)",
    )
  }
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

/** base64 of the 32 public bytes: the form without a name, for a list of retired keys. */
export function publicKeyText(publicKey: KeyObject): string {
  return rawPublicKey(publicKey).toString("base64")
}

/** Reads a public key without a name: base64 of 32 bytes, SPKI PEM, or the verifier-key form. */
export function loadPublicKey(text: string): KeyObject {
  const trimmed = text.trim().replaceAll("\\n", "\n")
  if (trimmed.startsWith("-----BEGIN PUBLIC KEY-----")) {
    const key = createPublicKey(trimmed)
    rawPublicKey(key)
    return key
  }
  if (/^[A-Za-z0-9+/]{43}=$/.test(trimmed)) return publicKeyFromRaw(Buffer.from(trimmed, "base64"))
  return parseVerifierKey(trimmed).publicKey
}

function readPrivateKey(text: string): KeyObject | null {
  try {
    if (text.startsWith("-----BEGIN PRIVATE KEY-----")) return createPrivateKey(text)
    const bytes = Buffer.from(text, "base64")
    if (bytes.subarray(0, 10).toString() === "-----BEGIN") return createPrivateKey(bytes.toString())
    return createPrivateKey({ key: bytes, format: "der", type: "pkcs8" })
  } catch {
    return null
  }
}
