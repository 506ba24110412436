import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "@/server/root"

type Backlog = inferRouterOutputs<AppRouter>["backlog"]

export type ImportFacts = Backlog["getImport"]
/** What a file looks like and how it would be imported. */
export type Detection = NonNullable<ImportFacts["detection"]>
export type Reading = ImportFacts["reading"]
/** What an import would do. */
export type Preview = Backlog["previewImport"]
export type ImportResult = Backlog["importItems"]
export type PastImport = Backlog["listImports"]["imports"][number]
