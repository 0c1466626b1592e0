import { getTranslations } from 'next-intl/server'
import { classColumns } from '@/app/(school)/classes/class-columns'
import { classList } from '@/lib/domain/academics/class'
import { listClasses } from '@/lib/domain/academics/class.server'
import { exportRoute } from '../export-route'

export const GET = exportRoute({ needs: 'READ_CLASSES', name: 'classes', list: classList, read: listClasses, columns: async (ctx) => classColumns(await getTranslations('classes'), ctx.campus !== null, false) })
