import { reviewControls } from "./access/review-controls"
import { installDoneGate } from "./backlog/done-gate"
import { checkControls } from "./dod/check-controls"
import { judgeDone } from "./dod/judge-done"
import { installFactSource } from "./dpia/fact-source"
import { judgeRelease } from "./dpia/judge-release"
import { installControlReading } from "./privacy/control-readings"
import { productFacts } from "./privacy/product-facts"
import { installReleaseGate } from "./products/release-gate"

/**
 * What features below ask of features above them. Every entry point loads this: server/root.ts for the web server and
 * the worker, the command line's seeds, and tests of such questions.
 */
installDoneGate(judgeDone)
installReleaseGate(judgeRelease)
installFactSource(productFacts)
installControlReading("dod_check", checkControls)
installControlReading("access_review", reviewControls)
