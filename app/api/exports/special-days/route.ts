import { getTranslations } from 'next-intl/server'
import { specialDayColumns } from '@/app/(school)/setup/special-days/special-day-columns'
import { specialDayList } from '@/lib/domain/academics/special-day'
import { listSpecialDays } from '@/lib/domain/academics/special-day.server'
import { exportRoute } from '../export-route'

export const GET = exportRoute({ needs: 'READ_ACADEMIC_YEARS', name: 'special-days', list: specialDayList, read: listSpecialDays, columns: async () => specialDayColumns(await getTranslations('setup')) })
