import { describe, expect, it } from "vitest"
import { checkpointOrigin, openCheckpoint, signCheckpoint } from "@/server/audit/proof/checkpoint"
import { sha256 } from "@/server/audit/proof/leaf"
import { openNote, signNote } from "@/server/audit/proof/signed-note"
import { generateSigningKey, loadPublicKey, loadSigningKey } from "@/server/audit/proof/signing-key"
import { parseVerifierKey, verifierKey, verifierKeyText } from "@/server/audit/proof/verifier-key"
import { newKey, ORIGIN } from "./audit-sample"

const GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
const GO_TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const GO_NOTE = `${GO_TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`

describe("signed notes", () => {
  it("opens the note of Go's sumdb documentation", () => {
    const { text, signedBy } = openNote(GO_NOTE, [parseVerifierKey(GO_KEY)])
    expect(text).toBe(GO_TEXT)
    expect(verifierKeyText(signedBy)).toBe(GO_KEY)
  })

  it("ignores unknown signatures and refuses a wrong one of a known key", () => {
    const key = newKey()
    const mine = verifierKey(ORIGIN, key.publicKey)
    const note = signNote("text\n", ORIGIN, key)
    const witnessed = note + signNote("text\n", "witness.example", newKey()).slice("text\n\n".length)
    expect(openNote(witnessed, [mine]).signedBy).toBe(mine)
    expect(() => openNote(note, [verifierKey(ORIGIN, newKey().publicKey)])).toThrow(/known keys/)
    expect(() => openNote(note.replace("text", "test"), [mine])).toThrow(/does not fit/)
    expect(() => openNote("text\n", [mine])).toThrow(/not a signed note/)
  })
})

describe("checkpoints", () => {
  const key = newKey()
  const publicKey = verifierKey(ORIGIN, key.publicKey)
  const root = sha256("root")
  const note = signCheckpoint({ origin: ORIGIN, size: 20, root }, key)

  it("are three lines, a blank and a signature", () => {
    const lines = note.split("\n")
    expect(lines.slice(0, 4)).toEqual([ORIGIN, "20", root.toString("base64"), ""])
    expect(lines[4]).toMatch(/^— plumbline\.example\/audit\/[-0-9a-f]{36} [A-Za-z0-9+/]{91}=$/)
    expect(openCheckpoint(note, publicKey)).toMatchObject({ origin: ORIGIN, size: 20, root })
  })

  it("refuse every single changed character", () => {
    for (let at = 0; at < note.length; at++) {
      for (const other of [String.fromCharCode(note.charCodeAt(at) ^ 1), "A", "\n"]) {
        const changed = note.slice(0, at) + other + note.slice(at + 1)
        if (changed !== note) expect(() => openCheckpoint(changed, publicKey), `at ${at}`).toThrow()
      }
    }
  })

  it("refuse a text that is no checkpoint, and an origin other than the key's name", () => {
    const sign = (text: string) => signNote(text, ORIGIN, key)
    for (const text of ["x\n", `${ORIGIN}\n01\n${root.toString("base64")}\n`, `${ORIGIN}\n1\nAAAA\n`]) {
      expect(() => openCheckpoint(sign(text), publicKey)).toThrow(/not a checkpoint/)
    }
    expect(() => openCheckpoint(sign(`other\n1\n${root.toString("base64")}\n`), publicKey)).toThrow(
      /for other/,
    )
    expect(() => signCheckpoint({ origin: "a b", size: 1, root }, key)).toThrow(/cannot name/)
    expect(() => signCheckpoint({ origin: ORIGIN, size: -1, root }, key)).toThrow(/-1 leaves/)
    expect(() => checkpointOrigin("a+b", "w")).toThrow(/cannot name/)
  })
})

describe("keys", () => {
  it("are read in the forms an environment variable holds", () => {
    const { privatePem, publicText } = generateSigningKey()
    const base64 = Buffer.from(privatePem).toString("base64")
    const der = privatePem.replace(/-----[A-Z ]+-----|\n/g, "")
    for (const form of [privatePem, privatePem.replaceAll("\n", "\\n"), base64, der]) {
      const { publicKey } = loadSigningKey(form)
      expect(publicKey.equals(loadPublicKey(publicText))).toBe(true)
      expect(
        publicKey.equals(loadPublicKey(publicKey.export({ format: "pem", type: "spki" }).toString())),
      ).toBe(true)
      expect(publicKey.equals(loadPublicKey(verifierKeyText(verifierKey("n", publicKey))))).toBe(true)
    }
  })

  it("say the remedy when damaged, without quoting the secret", () => {
    expect(() => loadSigningKey("geheim")).toThrow(/PKCS8 PEM/)
    expect(() => loadSigningKey("geheim")).not.toThrow(/geheim/)
    expect(() => parseVerifierKey(GO_KEY.replace("c74f20a3", "c74f20a4"))).toThrow(/damaged/)
    expect(() => parseVerifierKey(GO_KEY.slice(0, -1))).toThrow(/copy it again/)
  })
})
