import { getTranslations } from 'next-intl/server'
import { staffColumns } from '@/app/(school)/staff/staff-columns'
import { staffList } from '@/lib/domain/people/staff'
import { listStaff } from '@/lib/domain/people/staff.server'
import { exportRoute } from '../export-route'

export const GET = exportRoute({ needs: 'READ_STAFF', name: 'staff', list: staffList, read: listStaff, columns: async (ctx) => staffColumns(await getTranslations('staff'), ctx.campus !== null) })
