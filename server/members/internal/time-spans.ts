const HOUR = 3_600_000

/** Both answer ISO 8601 UTC with milliseconds, exactly so many hours or days of 24 hours later. */
export const hoursAfter = (iso: string, hours: number) =>
  new Date(Date.parse(iso) + hours * HOUR).toISOString()
export const daysAfter = (iso: string, days: number) => hoursAfter(iso, days * 24)
