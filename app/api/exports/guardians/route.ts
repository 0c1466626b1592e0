import { getTranslations } from 'next-intl/server'
import { guardianColumns } from '@/app/(school)/guardians/guardian-columns'
import { guardianList } from '@/lib/domain/people/guardian'
import { listGuardians } from '@/lib/domain/people/guardian.server'
import { exportRoute } from '../export-route'

export const GET = exportRoute({ needs: 'READ_GUARDIANS', name: 'guardians', list: guardianList, read: listGuardians, columns: async (ctx) => guardianColumns(await getTranslations('guardians'), ctx.campus !== null) })
