import { columnsOf, type Words } from '@/components/table/columns'
import { Face } from '@/components/ui/face'
import { MascotBadge } from '@/components/ui/mascot-badge'
import { Status } from '@/components/ui/status'
import type { CampusRow } from '@/lib/domain/people/campus.server'

export function campusColumns(t: Words) {
  const c = columnsOf<CampusRow>()
  return c.columns([
    c.accessor('name', {
      header: t('fields.name'), meta: { sort: 'name' },
      cell: ({ getValue, row: { original } }) => <span className="flex items-center gap-2.5">{original.logo ? <Face name={original.name} photo={original.logo} size={32} /> : <MascotBadge name={original.name} mascot={original.mascot} colors={original.colors} />}<span className="min-w-0">{getValue()}</span></span>,
    }),
    c.accessor('code', { header: t('fields.code'), meta: { sort: 'code' } }),
    c.accessor('address', { header: t('fields.address'), meta: { card: 'nowhere' } }),
    c.accessor('phone', { header: t('fields.phone'), meta: { card: 'nowhere' } }),
    c.accessor('timeZone', { id: 'zone', header: t('fields.timeZone'), meta: { card: 'nowhere' } }),
    c.accessor(({ active, isOnline }) => t(active ? (isOnline ? 'states.online' : 'states.active') : 'states.inactive'), {
      id: 'state', header: t('state'),
      cell: ({ row: { original }, getValue }) => (!original.active || original.isOnline) && <Status tone="quiet">{getValue()}</Status>,
      meta: { card: 'beside' },
    }),
  ])
}
