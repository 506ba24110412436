/**
 * A spreadsheet runs a cell that starts with one of these as a formula (OWASP, "CSV injection"), full-width forms
 * included. The guard is a `'` in front; text that looks guarded already gets one more, so that taking it off is exact.
 */
const DANGER = /^'*[=+\-@\t\r\n＝＋－＠]/

/** Text that no spreadsheet takes for a formula. */
export function guardFormula(text: string): string {
  return DANGER.test(text) ? `'${text}` : text
}

/** The exact inverse of `guardFormula`, for files known to be our own export. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && DANGER.test(text) ? text.slice(1) : text
}
