import { getFormatter, getTranslations } from 'next-intl/server'
import { userColumns } from '@/app/(school)/users/user-columns'
import { userList } from '@/lib/domain/access/user'
import { listUsers } from '@/lib/domain/access/user.server'
import { exportRoute } from '../export-route'

export const GET = exportRoute({
  needs: 'READ_USERS', name: 'users', list: userList, read: listUsers,
  async columns() {
    const [t, format] = await Promise.all([getTranslations('users'), getFormatter()])
    return userColumns(t, (at) => format.dateTime(at, { dateStyle: 'medium' }))
  },
})
