import 'server-only'
import { getWalkthrough } from '@/lib/domain/development/walkthrough-reading.server'
import { openRecord } from '../../open-record.server'

export const openWalkthrough = openRecord('READ_WALKTHROUGHS', getWalkthrough)
