import { describe, expect, it } from "vitest"
import { openDatabase } from "@/db/client"
import { inTransaction } from "@/server/kernel/database"
import { hubOf } from "@/server/kernel/live/hub"
import type { LiveMessage } from "@/server/kernel/live/message"
import { publish } from "@/server/kernel/live/publish"
import { openGate } from "@/tests/support/tcp-gate"
import { onPostgres } from "@/tests/support/test-database"
import { openWorld } from "@/tests/support/world"
import { tell } from "./live-world"

const world = openWorld()

function hear(open: Parameters<typeof hubOf>[0], workspaceId: string, topic: string) {
  const heard: LiveMessage[] = []
  const gaps = { count: 0 }
  const stop = hubOf(open).subscribe(workspaceId, topic, {
    onMessage: (message) => void heard.push(message),
    onGap: () => void gaps.count++,
  })
  return { heard, gaps, stop }
}

describe("what is published in a transaction", () => {
  it("is heard when it commits, by the subscribers of its topic and workspace alone", async () => {
    const [a, b] = [await world.workspace(), await world.workspace()]
    const right = hear(world.open, a.id, "workshop:1")
    const other = hear(world.open, a.id, "workshop:2")
    const foreign = hear(world.open, b.id, "workshop:1")
    await hubOf(world.open).ready()
    await tell(world, a.id, "workshop:1", { kind: "state", revision: 3 })
    await tell(world, a.id, "workshop:1", { kind: "people" })
    await expect.poll(() => right.heard).toEqual([{ kind: "state", revision: 3 }, { kind: "people" }])
    expect([...other.heard, ...foreign.heard]).toEqual([])
    right.stop()
    await tell(world, a.id, "workshop:1", { kind: "people" })
    await tell(world, a.id, "workshop:2", { kind: "people" })
    await expect.poll(() => other.heard).toHaveLength(1)
    expect(right.heard).toHaveLength(2)
  })

  it("is not heard when it rolls back", async () => {
    const { id } = await world.workspace()
    const ear = hear(world.open, id, "workshop:1")
    await hubOf(world.open).ready()
    const failing = inTransaction(world.open, id, "write", async (db) => {
      await publish({ db, workspaceId: id }, "workshop:1", { kind: "people" })
      throw new Error("no")
    })
    await expect(failing).rejects.toThrow("no")
    await tell(world, id, "workshop:1", { kind: "state", revision: 2 })
    await expect.poll(() => ear.heard).toEqual([{ kind: "state", revision: 2 }])
  })
})

describe.runIf(onPostgres)("two nodes on one PostgreSQL (real server only)", () => {
  it("hear each other", async () => {
    const { id } = await world.workspace()
    const second = await openDatabase({ url: world.open.url!, directory: "", poolSize: 2 })
    try {
      const here = hear(world.open, id, "workshop:7")
      const there = hear(second, id, "workshop:7")
      await Promise.all([hubOf(world.open).ready(), hubOf(second).ready()])
      await tell(world, id, "workshop:7", { kind: "state", revision: 5 })
      await tell({ ...world, open: second }, id, "workshop:7", { kind: "state", revision: 6 })
      const both = [5, 6].map((revision) => ({ kind: "state", revision }))
      await expect.poll(() => there.heard).toEqual(both)
      await expect.poll(() => here.heard).toEqual(both)
    } finally {
      await second.close()
    }
  })

  it("one whose connection breaks listens again by itself, and its subscribers look again", async () => {
    const { id } = await world.workspace()
    const url = new URL(world.open.url!)
    const gate = await openGate({ host: url.hostname, port: Number(url.port) })
    url.hostname = "127.0.0.1"
    url.port = String(gate.port)
    const far = await openDatabase({ url: url.href, directory: "", poolSize: 1 })
    try {
      const ear = hear(far, id, "workshop:8")
      await hubOf(far).ready()
      await gate.shut()
      await tell(world, id, "workshop:8", { kind: "state", revision: 2 })
      // Longer than the first try to come back, which must not have been the last.
      await new Promise((later) => setTimeout(later, 1_200))
      await gate.open()
      await expect.poll(() => ear.gaps.count, { timeout: 15_000 }).toBe(1)
      expect(ear.heard).toEqual([])
      await tell(world, id, "workshop:8", { kind: "state", revision: 3 })
      await expect.poll(() => ear.heard).toEqual([{ kind: "state", revision: 3 }])
    } finally {
      await far.close()
      await gate.shut()
    }
  })
})
