import { installDoneGate } from "./backlog/done-gate"
import { judgeDone } from "./dod/judge-done"
import { judgeRelease } from "./dpia/judge-release"
import { installReleaseGate } from "./products/release-gate"

/**
 * What features below ask of features above them. Every entry point loads this: server/root.ts for the web server and
 * the worker, the command line's seeds, and tests of such questions.
 */
installDoneGate(judgeDone)
installReleaseGate(judgeRelease)
