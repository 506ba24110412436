/** "1,204" */
export const figure = (count: number) => count.toLocaleString("en-GB")

/** "1 role", "1,204 rules", "2 entries" where the plural is given. */
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${figure(count)} ${count === 1 ? one : many}`
