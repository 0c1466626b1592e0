import { getTranslations } from 'next-intl/server'
import { termColumns } from '@/app/(school)/setup/terms/term-columns'
import { termList } from '@/lib/domain/academics/term'
import { listTerms } from '@/lib/domain/academics/term.server'
import { exportRoute } from '../export-route'

export const GET = exportRoute({ needs: 'READ_ACADEMIC_YEARS', name: 'terms', list: termList, read: listTerms, columns: async () => termColumns(await getTranslations('setup')) })
