import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { appendLeaf, emptyRange, rangeRoot, resumeRange } from "@/server/audit/proof/compact-range"
import { leafHash, leafHashOfBytes } from "@/server/audit/proof/leaf"
import { consistencyProof, inclusionProof, merkleRoot } from "@/server/audit/proof/merkle"
import { verifyConsistency, verifyInclusion } from "@/server/audit/proof/merkle-verify"

const hex = (hash: Buffer) => hash.toString("hex")
const leaves = (count: number) => Array.from({ length: count }, (_, index) => leafHash(`leaf ${index}`))

// transparency-dev/merkle test data: leaves "", 00, 10
const VECTOR = ["", "00", "10"].map((bytes) => leafHashOfBytes(Buffer.from(bytes, "hex")))
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
]
const L1 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
const L2 = "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7"

describe("RFC 6962 vectors", () => {
  it("roots and leaf hashes", () => {
    expect([0, 1, 2, 3].map((size) => hex(merkleRoot(VECTOR.slice(0, size))))).toEqual(ROOTS)
    expect(VECTOR.map(hex)).toEqual([ROOTS[1], L1, L2])
  })

  it("proofs of size 3", () => {
    expect(inclusionProof(VECTOR, 0).map(hex)).toEqual([L1, L2])
    expect(inclusionProof(VECTOR, 2).map(hex)).toEqual([ROOTS[2]])
    expect(consistencyProof(VECTOR, 2).map(hex)).toEqual([L2])
  })
})

describe("compact range", () => {
  it("resumed anywhere gives the root of the whole", () => {
    const all = leaves(70)
    const root = hex(merkleRoot(all))
    const range = emptyRange()
    for (let size = 0; size <= all.length; size++) {
      const resumed = resumeRange(range.size, range.nodes)
      for (const leaf of all.slice(size)) appendLeaf(resumed, leaf)
      expect(hex(rangeRoot(resumed))).toBe(root)
      if (size < all.length) appendLeaf(range, all[size] as Buffer)
    }
    expect(() => resumeRange(3, [])).toThrow(/2 subtrees/)
  })
})

const sizeAndIndex = fc
  .integer({ min: 1, max: 130 })
  .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })))

describe("inclusion", () => {
  it("holds for every leaf, and for no other leaf, index, size, root or path", () => {
    fc.assert(
      fc.property(sizeAndIndex, fc.nat(), ([size, index], pick) => {
        const all = leaves(size)
        const proof = inclusionProof(all, index)
        const good = { leaf: all[index] as Buffer, index, size, proof, root: merkleRoot(all) }
        expect(verifyInclusion(good)).toBe(true)
        const other = leafHash("another")
        expect(verifyInclusion({ ...good, leaf: other })).toBe(false)
        expect(verifyInclusion({ ...good, root: other })).toBe(false)
        expect(verifyInclusion({ ...good, proof: [...proof, other] })).toBe(false)
        expect(verifyInclusion({ ...good, index: size })).toBe(false)
        if (size > 1) {
          expect(verifyInclusion({ ...good, index: (index + 1 + (pick % (size - 1))) % size })).toBe(false)
          expect(verifyInclusion({ ...good, proof: proof.slice(1) })).toBe(false)
          expect(verifyInclusion({ ...good, proof: proof.with(pick % proof.length, other) })).toBe(false)
        }
      }),
    )
  })

  it("refuses an index outside", () => {
    expect(() => inclusionProof(leaves(3), 3)).toThrow(RangeError)
    expect(() => inclusionProof(leaves(3), -1)).toThrow(RangeError)
  })
})

describe("consistency", () => {
  it("holds for every older size, and not for another root or path", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 130 }), fc.nat(), fc.nat(), (newSize, a, pick) => {
        const oldSize = a % (newSize + 1)
        const all = leaves(newSize)
        const proof = consistencyProof(all, oldSize)
        const [oldRoot, newRoot] = [merkleRoot(all.slice(0, oldSize)), merkleRoot(all)]
        const good = { oldSize, oldRoot, newSize, newRoot, proof }
        expect(verifyConsistency(good)).toBe(true)
        const other = leafHash("another")
        expect(verifyConsistency({ ...good, oldRoot: other })).toBe(false)
        expect(verifyConsistency({ ...good, proof: [...proof, other] })).toBe(false)
        if (oldSize > 0) expect(verifyConsistency({ ...good, newRoot: other })).toBe(false)
        if (proof.length > 0) {
          expect(verifyConsistency({ ...good, proof: proof.with(pick % proof.length, other) })).toBe(false)
          expect(verifyConsistency({ ...good, proof: proof.slice(0, -1) })).toBe(false)
        }
      }),
    )
  })

  it("refuses a larger old tree", () => {
    expect(() => consistencyProof(leaves(3), 4)).toThrow(RangeError)
    const root = merkleRoot(leaves(3))
    expect(verifyConsistency({ oldSize: 4, oldRoot: root, newSize: 3, newRoot: root, proof: [] })).toBe(false)
  })
})
