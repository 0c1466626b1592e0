import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { Screen } from '@/components/ui/screen'
import { getCampusRules } from '@/lib/domain/attendance/campus-rules.server'
import { findStaleDays } from '@/lib/domain/attendance/recount.server'
import { todayIn } from '@/lib/platform/clock.server'
import { requirePage } from '@/lib/platform/context.server'
import { AttendanceTabs } from '../../attendance-tabs'
import { CampusRulesForm } from './campus-rules-form'
import { RecountCard } from './recount-card'

export async function generateMetadata() {
  return { title: (await getTranslations('attendance.settings'))('title') }
}

export default async function CampusRulesPage({ params }: PageProps<'/attendance/settings/[campusId]'>) {
  const ctx = await requirePage('UPDATE_ATTENDANCE_SETTINGS')
  const { campusId } = await params
  const campus = ctx.campuses.find(({ id }) => id === campusId)
  if (!campus) notFound()
  const [t, row, stale] = await Promise.all([getTranslations('attendance.settings'), getCampusRules(ctx, campusId), findStaleDays(ctx, campusId)])
  return (
    <Screen title={t('of', { campus: row.campusName })} tabs={<AttendanceTabs ctx={ctx} current="settings" />}>
      {stale && <RecountCard campusId={campusId} stale={stale} today={todayIn(campus.timeZone)} rules={row.rules} />}
      <CampusRulesForm key={row.seen} row={row} today={todayIn(campus.timeZone)} />
    </Screen>
  )
}
