import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Ctx } from '@/lib/platform/context'
import { attendanceRooms } from '../attendance/rooms'

/** Where no number of a dashboard leads: what else is done about a day of attendance. */
const elsewhere: readonly string[] = ['desk', 'chasing', 'overview', 'reports']

export function AttendanceLinks({ can }: Pick<Ctx, 'can'>) {
  const t = useTranslations('attendance.rooms')
  const open = attendanceRooms.filter(({ key, needs }) => elsewhere.includes(key) && needs.every(can))
  if (open.length === 0) return null
  return (
    <nav aria-label={t('label')} className="mt-4 flex flex-wrap gap-x-5 border-t border-line pt-2 text-sm font-medium">
      {open.map(({ key, href }) => <Link key={key} href={href} prefetch={false} className="py-1.5 text-campus-text hover:underline pointer-coarse:py-3">{t(key)}</Link>)}
    </nav>
  )
}
