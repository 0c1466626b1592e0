import { ExternalLink, SlidersHorizontal } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { listCampusRules } from '@/lib/domain/attendance/campus-rules.server'
import { requirePage } from '@/lib/platform/context.server'
import { AttendanceTabs } from '../attendance-tabs'
import { StandsOn } from '../../setup/stands-on'
import { RuleFacts } from './rule-facts'

export async function generateMetadata() {
  return { title: (await getTranslations('attendance.settings'))('title') }
}

export default async function AttendanceSettingsPage() {
  const ctx = await requirePage('UPDATE_ATTENDANCE_SETTINGS')
  const [t, rows] = await Promise.all([getTranslations('attendance.settings'), listCampusRules(ctx)])
  return (
    <Screen title={t('title')} description={t('text')} tabs={<AttendanceTabs ctx={ctx} current="settings" />} aside={ctx.can('READ_ATTENDANCE_REASONS') && <LinkButton href="/setup/attendance-reasons">{t('reasons')}</LinkButton>}>
      <StandsOn ctx={ctx} on={['campuses']}>{null}</StandsOn>
      {rows.map(({ campusId, campusName, rules }) => (
        <section key={campusId} aria-label={campusName} className="rounded-lg border border-line bg-raised p-4">
          <header className="mb-3 flex flex-wrap items-center justify-between gap-3">
            <h2 className="font-semibold">{campusName}</h2>
            <div className="flex flex-wrap gap-2">
              {rules.attendanceLink && <a href={rules.attendanceLink} target="_blank" rel="noopener noreferrer" className="inline-flex items-center gap-1.5 px-2 text-sm font-medium text-campus-text hover:underline pointer-coarse:min-h-11"><ExternalLink aria-hidden className="size-4" />{t('leaves', { host: new URL(rules.attendanceLink).host })}</a>}
              <LinkButton href={`/attendance/settings/${campusId}`} size="sm"><SlidersHorizontal aria-hidden />{t('change')}</LinkButton>
            </div>
          </header>
          <RuleFacts rules={rules} />
        </section>
      ))}
    </Screen>
  )
}
