import 'server-only'
import { getFrame } from '@/lib/domain/development/frame.server'
import { openRecord } from '../../open-record.server'

export const openFrame = openRecord('READ_FRAME_ENTRIES', getFrame)
