import 'server-only'
import { runJob } from './invoice-run.server'
import { printingJob, printingRoutine } from './printing.server'

export { invoiceBulks } from './invoice-bulk.server'
export { checkLedger } from './ledger.sql.server'
export const billingJobs = [runJob, printingJob, printingRoutine]
