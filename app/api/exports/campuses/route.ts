import { getTranslations } from 'next-intl/server'
import { campusColumns } from '@/app/(school)/campuses/campus-columns'
import { campusList } from '@/lib/domain/people/campus'
import { listCampuses } from '@/lib/domain/people/campus.server'
import { exportRoute } from '../export-route'

export const GET = exportRoute({ needs: 'READ_CAMPUSES', name: 'campuses', list: campusList, read: listCampuses, columns: async () => campusColumns(await getTranslations('campuses')) })
