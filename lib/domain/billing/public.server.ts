import 'server-only'
import { runJob } from './invoice-run.server'

export { invoiceBulks } from './invoice-bulk.server'
export { checkLedger } from './ledger.sql.server'
export const billingJobs = [runJob]
