import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import { getOwnDay } from '@/lib/domain/attendance/staff-day.server'
import type { Ctx } from '@/lib/platform/context'
import { CheckInButton } from '../attendance/staff/check-in-button'
import { staffLook } from '../attendance/staff/status-look'

/** For whoever may check in: one tap in the morning, and afterwards what is known of the day. Nobody is expected on a day without school. */
export async function OwnDayCard({ ctx }: { ctx: Ctx }) {
  const own = await getOwnDay(ctx)
  if (!own?.allowed || (!own.isExpected && !own.mark)) return null
  const t = await getTranslations('attendance.staff')
  const { mark, dueAt } = own
  const said = mark && (mark.source === 'self' ? t(mark.status === 'late' ? 'self.late' : 'self.present', { time: mark.arrivedAt ?? '' }) : t('self.office', { status: t(`statuses.${mark.status}`) }))
  return (
    <Card title={t('self.title')}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-soft">{said ?? t('self.text', { time: dueAt })}</p>
        {mark ? <Status {...staffLook[mark.status]}>{t(`statuses.${mark.status}`)}</Status> : <CheckInButton />}
      </div>
    </Card>
  )
}
