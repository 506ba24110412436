/** Severity and likelihood of a risk to people, 1 to 4; 0 is "not estimated". The scale follows the CNIL's method. */
export const LEVELS = [0, 1, 2, 3, 4] as const
export type Level = (typeof LEVELS)[number]

export const LEVEL_LABELS: Record<Level, string> = {
  0: "Not estimated",
  1: "Negligible",
  2: "Limited",
  3: "Important",
  4: "Maximum",
}

export const SEVERITY_WORDS: Record<Level, string> = {
  0: "Not estimated yet",
  1: "A nuisance that people get over easily",
  2: "Notable trouble that people get over with some effort",
  3: "Serious consequences that people get over only with real hardship",
  4: "Grave or lasting consequences that people may never get over",
}

export const LIKELIHOOD_WORDS: Record<Level, string> = {
  0: "Not estimated yet",
  1: "Hardly conceivable",
  2: "Difficult for whoever or whatever would cause it",
  3: "Feasible for whoever or whatever would cause it",
  4: "Very easy for whoever or whatever would cause it",
}

export type Estimate = { severity: Level; likelihood: Level }
export const NOT_ESTIMATED: Estimate = { severity: 0, likelihood: 0 }

export const isEstimated = ({ severity, likelihood }: Estimate) => severity > 0 && likelihood > 0

/** What remains with the action plan: {0, 0} means that it was not estimated again, so the first estimate stands. */
export const residualOf = (first: Estimate, again: Estimate): Estimate =>
  again.severity === 0 && again.likelihood === 0 ? first : again

/** How heavy a risk is by its place on the map. "high" means both are important or more (our reading of the map). */
const RISK_WEIGHTS = ["unknown", "low", "medium", "high"] as const
export type RiskWeight = (typeof RISK_WEIGHTS)[number]

export const RISK_WEIGHT_LABELS: Record<RiskWeight, string> = {
  unknown: "Not estimated",
  low: "Low",
  medium: "Medium",
  high: "High",
}

export function riskWeight({ severity, likelihood }: Estimate): RiskWeight {
  if (severity === 0 || likelihood === 0) return "unknown"
  if (severity >= 3 && likelihood >= 3) return "high"
  return severity <= 2 && likelihood <= 2 ? "low" : "medium"
}

/** In the exchange format x is the severity and y the likelihood, although the map is drawn the other way round. */
export const gaugesOf = ({ severity, likelihood }: Estimate) => ({ x: severity, y: likelihood })
export const estimateOfGauges = (gauges: { x: Level; y: Level }): Estimate => ({
  severity: gauges.x,
  likelihood: gauges.y,
})

/** A cell of the map as it is drawn: likelihood 1 to 4 from left to right, severity 4 to 1 from top to bottom. */
type MapCell = {
  column: Level
  row: number
  severity: Level
  likelihood: Level
  weight: RiskWeight
  riskIds: string[]
}

/** The 16 cells row by row, with the risks that lie in each; risks that are not estimated lie nowhere. */
export function riskMap(risks: readonly { id: string; estimate: Estimate }[]): MapCell[] {
  const levels: Level[] = [1, 2, 3, 4]
  return [...levels].reverse().flatMap((severity, row) =>
    levels.map((likelihood) => ({
      column: likelihood,
      row: row + 1,
      severity,
      likelihood,
      weight: riskWeight({ severity, likelihood }),
      riskIds: risks
        .filter(({ estimate }) => estimate.severity === severity && estimate.likelihood === likelihood)
        .map(({ id }) => id),
    })),
  )
}

/** Art. 36(1): a high risk that remains has to be put to the supervisory authority before the processing begins. */
export const needsConsultation = (residuals: readonly Estimate[]): boolean =>
  residuals.some((estimate) => riskWeight(estimate) === "high")
