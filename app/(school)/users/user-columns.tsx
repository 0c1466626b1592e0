import { columnsOf, type Words } from '@/components/table/columns'
import { Named } from '@/components/table/named'
import { Status, type Tone } from '@/components/ui/status'
import type { UserStatus } from '@/lib/domain/access/user'
import type { UserRow } from '@/lib/domain/access/user.server'

export const userTones: Record<UserStatus, Tone> = { active: 'ok', invited: 'warn', disabled: 'bad' }

/** `said` writes an instant as the reader's language and zone do. */
export function userColumns(t: Words, said: (at: Date) => string) {
  const c = columnsOf<UserRow>()
  return c.columns([
    c.accessor('name', { header: t('fields.name'), cell: ({ getValue, row: { original } }) => <Named name={getValue()} photo={original.photo} />, meta: { sort: 'name' } }),
    c.accessor('email', { header: t('fields.email'), meta: { sort: 'email', card: 'nowhere' } }),
    c.accessor('role', { header: t('fields.role') }),
    c.accessor('campuses', { header: t('fields.campuses'), cell: ({ getValue }) => <span className="block min-w-36 max-w-56 whitespace-normal">{getValue()}</span>, meta: { card: 'nowhere' } }),
    c.accessor(({ status }) => t(`statuses.${status}`), { id: 'status', header: t('fields.status'), cell: ({ getValue, row: { original } }) => original.status !== 'active' && <Status tone={userTones[original.status]}>{getValue()}</Status>, meta: { card: 'beside' } }),
    c.accessor(({ hasFactor }) => t(hasFactor ? 'factor.on' : 'factor.off'), { id: 'factor', header: t('fields.factor'), meta: { card: 'nowhere' } }),
    c.accessor(({ lastSeenAt }) => (lastSeenAt ? said(new Date(lastSeenAt)) : t('seen.never')), { id: 'seen', header: t('fields.seen'), meta: { sort: 'seen' } }),
  ])
}
