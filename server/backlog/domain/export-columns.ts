/** Columns of our own export: what an import may change, and what it only shows. In the order of the file. */
export const EXPORT_HEADERS = {
  fields: [
    "Key",
    "External key",
    "Title",
    "Type",
    "Status",
    "Owner e-mail",
    "Labels",
    "Estimate",
    "Due date",
    "Parent",
    "Description",
  ],
  readOnly: ["Product", "Created", "Updated"],
} as const

/** Whether a file starts with the columns of our export. Custom fields may follow. */
export function isOwnExport(headers: readonly string[]): boolean {
  const own = [...EXPORT_HEADERS.fields, ...EXPORT_HEADERS.readOnly]
  return own.every((header, index) => headers[index] === header)
}

const WRAPPED = /^Custom field \((.*)\)$/s

/** Header of a custom field, written as Jira does, so that a field called "Title" is not taken for the title. */
export const customHeader = (name: string) => `Custom field (${name})`

/** Name of the custom field a header stands for: without the wrapper of Jira and of our own export. */
export const customNameOf = (header: string) => WRAPPED.exec(header)?.[1]?.trim() || header
