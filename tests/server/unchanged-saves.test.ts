import { describe, expect, it } from "vitest"
import { allOperations } from "@/tests/support/all-operations"
import { ACCOUNT, PUBLIC } from "@/tests/support/permission-matrix"
import { UNCHANGED_ACCESS } from "@/tests/support/unchanged/access"
import { UNCHANGED_APPROVALS } from "@/tests/support/unchanged/approvals"
import { UNCHANGED_BACKLOG } from "@/tests/support/unchanged/backlog"
import { UNCHANGED_CATALOG } from "@/tests/support/unchanged/catalog"
import { UNCHANGED_DONE } from "@/tests/support/unchanged/done"
import { UNCHANGED_DPIA } from "@/tests/support/unchanged/dpia"
import { UNCHANGED_MEMBERS } from "@/tests/support/unchanged/members"
import { UNCHANGED_PRIVACY } from "@/tests/support/unchanged/privacy"
import { type Scene, type SentTwice, setScene, type Unchanged } from "@/tests/support/unchanged/scene"
import { UNCHANGED_SCORING } from "@/tests/support/unchanged/scoring"
import { UNCHANGED_STRATEGY } from "@/tests/support/unchanged/strategy"
import { openWorld } from "@/tests/support/world"

const world = openWorld()
const operations = await allOperations()
const commands = operations.filter(({ kind }) => kind === "command")

const AREAS: Record<string, Unchanged> = {
  access: UNCHANGED_ACCESS,
  approvals: UNCHANGED_APPROVALS,
  backlog: UNCHANGED_BACKLOG,
  catalog: UNCHANGED_CATALOG,
  done: UNCHANGED_DONE,
  dpia: UNCHANGED_DPIA,
  members: UNCHANGED_MEMBERS,
  privacy: UNCHANGED_PRIVACY,
  scoring: UNCHANGED_SCORING,
  strategy: UNCHANGED_STRATEGY,
}

/** Outside a workspace there is no audit trail that a command could forget. */
const outside = [...ACCOUNT, ...PUBLIC]

async function send(scene: Scene, name: string, by: SentTwice["by"], input: unknown): Promise<string> {
  const operation = commands.find(({ operationName }) => operationName === name)!
  return operation(scene[by], input).then(
    () => "quiet",
    (error: { code?: string }) => error.code ?? String(error),
  )
}

/** What the second of two equal calls answers; "recorded" or "a new version" where it should have been quiet. */
async function answerAgain(scene: Scene, name: string, { by, begin }: SentTwice): Promise<string> {
  const input = await begin(scene)
  const first = await send(scene, name, by, await input())
  if (!/^[A-Z_]+$|^quiet$/.test(first)) return `at first ${first}`
  const stored = await input()
  const records = await scene.records()
  const answer = await send(scene, name, by, stored)
  if (answer !== "quiet") return answer
  if ((await scene.records()) !== records) return "recorded"
  return JSON.stringify(await input()) === JSON.stringify(stored) ? answer : "a new version"
}

describe("a command that changes nothing", () => {
  it("is tried for every command, or said why it always changes something", () => {
    const tried = Object.values(AREAS).flatMap((area) => Object.keys(area))
    const inside = commands.filter(({ operationName }) => !outside.includes(operationName))
    expect(tried.sort()).toEqual(inside.map(({ operationName }) => operationName))
  })

  it.each(Object.entries(AREAS))(
    "succeeds without a record or is refused in words: %s",
    async (word, area) => {
      const scene = await setScene(world, word.slice(0, 6))
      for (const [name, entry] of Object.entries(area)) {
        if (typeof entry === "string") continue
        const found = await answerAgain(scene, name, entry)
        expect.soft(`${name}: ${found}`).toBe(`${name}: ${entry.answer}`)
      }
    },
  )
})
