import { addCondition } from "@/server/privacy/add-condition"
import { declareImpact } from "@/server/privacy/declare-impact"
import type { EthicsAnswers } from "@/server/privacy/domain/ethics"
import { submitCheckpoint } from "@/server/privacy/submit-checkpoint"
import { updateCheckpoint } from "@/server/privacy/update-checkpoint"
import { approveInDemo } from "./approve"
import type { Cast } from "./cast"
import type { StoryClock } from "./story-clock"

const CHURN: EthicsAnswers = {
  affected: "About 1.2 million customers of the web shop. Those who buy in stores only are left out.",
  benefit: "Fewer customers leave; they get offers that fit. The company keeps turnover.",
  harm: "Somebody who is thought loyal never gets a better price. Nobody loses access to anything.",
  fairness: "Compared by age group and country: in two countries it misses twice as many leavers.",
  explainability: "You bought less often than before, so we sent you an offer.",
  oversight: "Marketing looks at each list before it is sent and can stop it.",
  contestability: "A link in each message ends the offers; customer care answers within two days.",
  misuse: "Raising prices for the loyal. Not built, and not wanted.",
  vulnerable: "Customers in debt: they are taken out of every list.",
  sunset: "Looked at again each March; ended if it keeps fewer than 1 in 200.",
}

/** Churn signals may go with a condition; shelf availability is declared harmless; price elasticity is due. */
export async function checkEthics(
  cast: Cast,
  clock: StoryClock,
  password: string,
  productIds: Map<string, string>,
): Promise<void> {
  const { ctx, userId } = cast.priya
  const declare = (slug: string, highImpact: boolean, reason: string) =>
    declareImpact(ctx, { subject: { productId: productIds.get(slug)! }, highImpact, reason })
  await declare("store-stock", false, "It counts articles and decides nothing about people")
  await declare("price-elasticity", true, "It may set different prices for different people")
  const { id } = await declare("churn-signals", true, "It decides who gets an offer, for every customer")
  const changed = await updateCheckpoint(ctx, {
    id,
    version: 1,
    changes: {
      answers: CHURN,
      outcome: "conditions",
      reason: "Little harm and easy to undo, but it works worse in two countries",
    },
  })
  const condition = await addCondition(ctx, {
    id,
    version: changed.version,
    ownerId: userId,
    dueOn: clock.day(40),
    title: "Bring the error rate of churn signals in Portugal and Greece to that of the others",
  })
  const { requestId } = await submitCheckpoint(ctx, { id, version: condition.version })
  const note = "Go, once both countries are measured again"
  await approveInDemo(cast, "sofia", password, { requestId, note })
}
