import type { OpCtx } from "@/server/kernel/context"
import type { ThreadLink } from "@/server/products/domain/thread-link"
import { consultationStandings } from "./consultation-standings"
import { describeStanding } from "./domain/product-standing"
import { productStandings } from "./product-standings"

type Product = { id: string; slug: string; ownerName: string | null }

/** The link "DPIA" of many products' threads. Products about which nobody declared anything do not have it. */
export async function assessmentLinks(
  ctx: OpCtx,
  products: readonly Product[],
): Promise<Map<string, ThreadLink>> {
  const productIds = products.map(({ id }) => id)
  const [standings, consultations] = await Promise.all([
    productStandings(ctx, productIds),
    consultationStandings(ctx, { productIds }),
  ])
  const waited = new Map(consultations.filter(({ reason }) => reason !== null).map((one) => [one.key, one]))
  const workspace = ctx.caller.workspace?.slug ?? ""
  const links = products.flatMap(({ id, slug, ownerName }): [string, ThreadLink][] => {
    const standing = standings.get(id)
    const consultation = waited.get(standing?.assessment?.key ?? "")
    const words = standing && describeStanding(standing, ownerName, ctx.now.slice(0, 10), consultation)
    if (!words) return []
    const page = standing.assessment
      ? `/privacy/assessments/${standing.assessment.key}`
      : `/privacy/screenings/products/${slug}`
    return [[id, { id: "dpia", name: "DPIA", href: `/${workspace}${page}`, ...words }]]
  })
  return new Map(links)
}
