/**
 * The latest of some times (ISO or milliseconds): what just came from the server is never "in the future" of a page
 * that was drawn before, or of a browser whose clock is late.
 */
export function latestTime(...times: [string, ...(string | number)[]]): string {
  return new Date(Math.max(...times.map((time) => new Date(time).getTime()))).toISOString()
}
