import { z } from "zod"

/** What the dossier for the authority says besides what is stored elsewhere, in Markdown (Art. 36(3) GDPR). */
export type DossierTexts = {
  /** 36(3)(a): controller, joint controllers and processors with their addresses, and who answers for what. */
  responsibilities: string
  /** 36(3)(d): how to reach the data protection officer. */
  officerContact: string
  /** 36(3)(f): whatever else the authority asked for. */
  otherInformation: string
}

export const NO_DOSSIER: DossierTexts = { responsibilities: "", officerContact: "", otherInformation: "" }

const text = z.string().trim().max(20_000, "A text has at most 20,000 characters")

export const dossierTextsSchema = z.object({
  responsibilities: text,
  officerContact: text,
  otherInformation: text,
})
