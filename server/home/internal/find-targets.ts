import type { OpCtx } from "@/server/kernel/context"
import type { AuditEvent } from "@/server/kernel/domain/audit-event"
import type { Linked } from "../domain/change"
import { targetPage } from "../domain/target-pages"
import { pageOf } from "./may-use"
import { LOOKUPS, PLACED } from "./target-lookups"

/** An import may name thousands of items; its sentence names a few. */
const MOST_LINKS = 8

type Targets = {
  /** May the caller know of everything that the event is about? */
  covers: (event: AuditEvent) => boolean
  links: (event: AuditEvent) => Linked[]
}

/** Looks up what the events are about, one query per kind: where it is now, and whether it is in reach. */
export async function findTargets(ctx: OpCtx, events: AuditEvent[]): Promise<Targets> {
  const limited = ctx.reach("products.read") !== "all" || ctx.reach("backlog.read") !== "all"
  const named = events.flatMap((event) => (limited ? event.targets : event.targets.slice(0, MOST_LINKS)))
  const found = new Map<string, Linked>()
  for (const [type, lookup] of Object.entries(LOOKUPS)) {
    const ids = new Set(named.filter((target) => target.type === type).map(({ id }) => id))
    if (ids.size === 0) continue
    for (const { id, target } of await lookup(ctx, [...ids])) found.set(`${type} ${id}`, target)
  }
  return {
    covers: (event) =>
      !limited || event.targets.every(({ type, id }) => !(type in PLACED) || found.has(`${type} ${id}`)),
    links: (event) =>
      event.targets.slice(0, MOST_LINKS).flatMap((target) => {
        const known = found.get(`${target.type} ${target.id}`)
        if (known) return [{ ...known, words: [...known.words, target.name] }]
        const page = target.type in LOOKUPS ? null : targetPage(target)
        return page === null ? [] : [{ words: [target.name], href: pageOf(ctx, `/${page}`) }]
      }),
  }
}
