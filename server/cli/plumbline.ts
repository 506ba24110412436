import type { CommandOutput } from "./audit-verify"

type Command = { usage: string; load: () => Promise<(args: readonly string[]) => Promise<CommandOutput>> }

/** Commands of `npm run plumbline -- …`, by their words. Each is loaded only when it is called. */
const COMMANDS: Record<string, Command> = {
  "audit verify": {
    usage: "audit verify FILE     check an audit export or receipt offline (--help: options)",
    load: async () => (await import("./audit-verify")).auditVerify,
  },
}

const [topic = "", verb = "", ...rest] = process.argv.slice(2)
const command = COMMANDS[`${topic} ${verb}`]
if (command === undefined) {
  const list = Object.values(COMMANDS).map(({ usage }) => `  ${usage}`)
  console.error(["Usage: npm run plumbline -- COMMAND", ...list].join("\n"))
  process.exitCode = 2
} else {
  const { code, text } = await (await command.load())(rest)
  if (code === 2) console.error(text)
  else console.log(text)
  process.exitCode = code
}
