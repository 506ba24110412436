// Only the client and drizzle-kit read this list; features import the file of their tables.
export * from "./audit"
export * from "./backlog"
export * from "./members"
export * from "./products"
export * from "./scoring"
