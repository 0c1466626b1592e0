import { getTranslations } from 'next-intl/server'
import { documentColumns } from '@/app/(school)/documents/document-columns'
import { documentList } from '@/lib/domain/people/document'
import { listDocuments } from '@/lib/domain/people/document.server'
import { exportRoute } from '../export-route'

export const GET = exportRoute({ needs: 'READ_DOCUMENTS', name: 'documents', list: documentList, read: listDocuments, columns: async () => documentColumns(await getTranslations('documents')) })
