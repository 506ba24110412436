/** Joins class names and leaves out what is absent: `classNames("btn", small && "small")`. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ")
}
