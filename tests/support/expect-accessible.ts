import AxeBuilder from "@axe-core/playwright"
import { expect, type Page } from "@playwright/test"

/** No axe finding in either theme. Only colours differ between them, so the dark one is asked about contrast alone. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(settled)
    // Without frames the page judges itself: no second window for every look, which takes half of the time.
    const axe = new AxeBuilder({ page }).setLegacyMode(true)
    if (colorScheme === "dark") axe.withRules(["color-contrast"])
    const { violations } = await axe.analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    expect(found, `${page.url()} ${colorScheme}`).toEqual([])
  }
}

/** A colour on its way from one theme to the other is no finding. What turns for ever is not waited for. */
async function settled(): Promise<void> {
  await new Promise(requestAnimationFrame)
  const passing = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
  await Promise.allSettled(passing.map(({ finished }) => finished))
}
