import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Face } from '@/components/ui/face'
import { Status } from '@/components/ui/status'
import { listStaffOut } from '@/lib/domain/attendance/staff-sheet.server'
import type { Ctx } from '@/lib/platform/context'
import { staffLook } from '../attendance/staff/status-look'

/** Who of the staff is out today, for whoever keeps or reads the sheet. */
export async function StaffOutCard({ ctx }: { ctx: Ctx }) {
  if (!ctx.can('READ_STAFF_ATTENDANCE')) return null
  const [t, { out, counts, isExpected }] = await Promise.all([getTranslations('attendance.staff'), listStaffOut(ctx)])
  if (counts.all === 0 || (!isExpected && out.length === 0)) return null
  return (
    <Card title={t('out.title')} aside={<Link href="/attendance/staff" className="text-sm font-medium text-campus-text hover:underline pointer-coarse:-my-3 pointer-coarse:py-3">{t('out.link')}</Link>} flush>
      <p className="px-4 pb-3 text-sm text-soft tabular-nums">{[t('out.counts', counts), counts.open > 0 && t('out.open', { count: counts.open })].filter(Boolean).join(' · ')}</p>
      {out.length === 0 ? counts.open === 0 && <p className="tone-ok border-t border-line px-4 py-3 text-soft"><span className="share-word">{t('out.calm')}</span></p> : (
        <ul>
          {out.map(({ staffId, name, status, leaveType, note }) => (
            <li key={staffId} className="flex min-h-12 items-center gap-3 border-t border-line px-4 py-2">
              <Face name={name} size={24} />
              <span className="min-w-0 flex-1"><span className="block truncate font-medium">{name}</span>{note && <span className="block truncate text-sm text-soft">{note}</span>}</span>
              <Status {...staffLook[status]}>{leaveType ? t(`leave.${leaveType}`) : t(`statuses.${status}`)}</Status>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
