import { describe, expect, it } from "vitest"
import { anonymous, type Ctx } from "@/server/kernel/context"
import { PlumblineError } from "@/server/kernel/errors"
import { answerLive } from "@/server/kernel/live/endpoint"
import { SEATS_PER_PERSON } from "@/server/kernel/live/seats"
import { liveTopics } from "@/server/root"
import { listPeople } from "@/server/workshops/list-people"
import { beginWorkshop } from "@/tests/server/workshops/workshop-world"
import { openWorld } from "@/tests/support/world"
import { asking, eventsOf, liveRequest } from "./live-world"

const world = openWorld()

const open = (topic: string, ctx: Ctx, more: { beatMs?: number; headers?: Record<string, string> } = {}) => {
  const who: { ctx: Ctx | Error } = { ctx }
  const options = { topics: liveTopics, contextOf: asking(who), beatMs: more.beatMs ?? 60_000 }
  return answerLive(liveRequest(topic, more.headers), options).then((response) => ({ response, who }))
}

describe("the live stream of a workshop", () => {
  it("says hello with the revision, tells changes and people, and notes who is there", async () => {
    const { id, lead, hugo, priya, go, give } = await beginWorkshop(world)
    const { response } = await open(`workshop:${id}`, hugo)
    expect(response.headers.get("content-type")).toContain("text/event-stream")
    expect(response.headers.get("cache-control")).toContain("no-transform")
    const events = eventsOf(response)
    expect(await events.next()).toMatchObject({
      event: "hello",
      data: { revision: 1, behind: false },
      id: "1",
    })
    const here = async () =>
      (await listPeople(lead, { id })).people.filter(({ present }) => present).map(({ userId }) => userId)
    await expect.poll(here).toEqual([hugo.userId])
    await go("scoring")
    expect(await events.until("state")).toMatchObject({ data: { revision: 2 }, id: "2" })
    await give(priya, 0, [8, 8, 5, 3])
    const told = await events.until("people")
    expect(told).toEqual({ event: "people", data: {}, id: undefined })
    await events.close()
    await expect.poll(here).toEqual([])
  })

  it("tells who comes back that they are behind", async () => {
    const { id, hugo, go } = await beginWorkshop(world)
    await go("scoring")
    const { response } = await open(`workshop:${id}`, hugo, { headers: { "last-event-id": "1" } })
    const events = eventsOf(response)
    expect(await events.next()).toMatchObject({ event: "hello", data: { revision: 2, behind: true } })
    await events.close()
  })

  it("ends within a beat when the session or the grant is gone", async () => {
    const { id, hugo } = await beginWorkshop(world)
    const { response, who } = await open(`workshop:${id}`, hugo, { beatMs: 20 })
    const events = eventsOf(response)
    await events.until("beat")
    who.ctx = { ...hugo, caller: anonymous }
    expect(await events.until("end")).toMatchObject({ data: { reason: "Sign in first" } })
    expect(await events.next()).toBeUndefined()
    const again = await open(`workshop:${id}`, hugo, { beatMs: 20 })
    const second = eventsOf(again.response)
    await second.until("beat")
    again.who.ctx = { ...hugo, caller: { ...hugo.caller, grants: [] } }
    expect((await second.until("end")).data.reason).toContain("permission scoring.read")
  })

  it("stays open while the database is away for a moment", async () => {
    const { id, hugo } = await beginWorkshop(world)
    const { response, who } = await open(`workshop:${id}`, hugo, { beatMs: 20 })
    const events = eventsOf(response)
    await events.until("beat")
    who.ctx = new PlumblineError("UNAVAILABLE", "The database cannot be reached")
    await new Promise((later) => setTimeout(later, 60))
    who.ctx = hugo
    await events.until("beat")
    await events.close()
  })

  it("is refused before the first byte: stranger, unknown workshop, unknown topic, too many windows", async () => {
    const { id, hugo } = await beginWorkshop(world)
    const stranger = await (await world.workspace()).member("administrator")
    const status = async (topic: string, ctx: Ctx) => (await open(topic, ctx)).response.status
    expect(await status(`workshop:${id}`, stranger)).toBe(404)
    expect(await status(`workshop:${crypto.randomUUID()}`, hugo)).toBe(404)
    expect(await status("workshop:no", hugo)).toBe(400)
    expect(await status(`secret:${id}`, hugo)).toBe(404)
    expect(await status(`workshop:${id}`, { ...hugo, caller: anonymous })).toBe(401)
    const windows = []
    for (let n = 0; n < SEATS_PER_PERSON; n++)
      windows.push(eventsOf((await open(`workshop:${id}`, hugo)).response))
    expect(await status(`workshop:${id}`, hugo)).toBe(429)
    await Promise.all(windows.map((events) => events.close()))
    const { response } = await open(`workshop:${id}`, hugo)
    expect(response.status).toBe(200)
    await eventsOf(response).close()
  })
})
