import 'server-only'
import { getDocument } from '@/lib/domain/people/document.server'
import { openRecord } from '../../open-record.server'

export const openDocument = openRecord('READ_DOCUMENTS', getDocument)
