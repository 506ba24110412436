import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "@/server/root"

type Scoring = inferRouterOutputs<AppRouter>["scoring"]

export type ListedFramework = Scoring["listFrameworks"][number]
export type FrameworkVersion = ListedFramework["versions"][number]
/** The framework a view was computed with. */
export type ViewFramework = Scoring["rankItems"]["framework"]
export type RankingPage = Scoring["rankItems"]
export type RankedRow = RankingPage["ranked"][number]
export type UnscoredRow = RankingPage["unscored"][number]
export type GridPage = Scoring["listScores"]
export type GridItem = GridPage["items"][number]
export type Explanation = Scoring["explainScore"]
export type Agreement = Scoring["measureAgreement"]
export type Robustness = Scoring["measureRobustness"]
export type Drawn = NonNullable<Robustness["drawn"]>
export type BlindState = NonNullable<Scoring["rankItems"]["blind"]>
export type SetAside = NonNullable<Scoring["rankItems"]["setAside"]>
