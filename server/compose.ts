import { installDoneGate } from "./backlog/done-gate"
import { judgeDone } from "./dod/judge-done"

/**
 * What features below ask of features above them. Every entry point loads this: server/root.ts for the web server and
 * the worker, the command line's seeds, and tests of such questions.
 */
installDoneGate(judgeDone)
