export declare const installPostgres: string

export declare function findPostgres(): string | undefined

export declare function canStandBy(): boolean

export type PostgresServer = {
  /** Login role without superuser; owns its database; may create roles and databases. */
  url: string
  /** Superuser on the same database. */
  adminUrl: string
  port: number
  version: string
  createDatabase(name: string): Promise<string>
  startStandby(): Promise<{ url: string; adminUrl: string; stop(): Promise<void> }>
  stop(): Promise<void>
}

export declare function startPostgres(options?: {
  settings?: Record<string, string | number>
}): Promise<PostgresServer>
