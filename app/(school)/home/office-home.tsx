import { FileUp } from 'lucide-react'
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { CampusHero } from '@/components/dashboard/campus-hero'
import { Dashboard } from '@/components/dashboard/dashboard'
import { Card } from '@/components/ui/card'
import { getCampusFacts } from '@/lib/domain/academics/campus-facts.server'
import { listImports } from '@/lib/domain/interop/public.server'
import { importList } from '@/lib/domain/interop/import-lists'
import { getGaps } from '@/lib/domain/people/office.server'
import type { Ctx } from '@/lib/platform/context'
import { parseList } from '@/lib/platform/list'
import { todayIn } from '@/lib/platform/clock.server'
import { toDate } from '@/lib/platform/time'
import { YearTurnNotice } from '../classes/year-turn'
import { ImportStateMark } from '../imports/import-state'
import { addressesOf } from './addresses'
import { AttendanceLinks } from './attendance-links'
import { BeginCard } from './begin-card'
import { dayToShow, hasSchool, isComparable } from './day-to-show.server'
import { DraftsCard } from './drafts-card'
import { GapCard } from './gap-card'
import { GrowthCard } from './growth-cards'
import { TalkCard } from './talk-card'
import { HereCard } from './here-card'
import { factsOf } from './hero-facts'
import { NoSchoolNotice } from './no-school-notice'
import { OwnDayCard } from './own-day-card'
import { StaffOutCard } from './staff-out-card'

/** A school's office: what is missing in its records, and what its imports are at. */
export async function OfficeHome({ ctx }: { ctx: Ctx }) {
  const today = todayIn(ctx.timeZone)
  const mayImport = ctx.can('READ_IMPORTS') && ctx.role.reach === 'organization'
  const [t, format, facts, gaps, days, imports] = await Promise.all([
    getTranslations('home'), getFormatter(), getCampusFacts(ctx), getGaps(ctx), ctx.can('READ_ATTENDANCE_SUMMARIES') ? dayToShow(ctx) : null, mayImport ? listImports(ctx, parseList(importList, { size: '25' })) : null,
  ])
  const shown = ctx.campus ? [ctx.campus] : ctx.campuses
  const hero = (
    <CampusHero
      title={ctx.campus?.name ?? ctx.organization.name}
      mascots={shown.flatMap(({ mascot }) => mascot ?? []).slice(0, 4)}
      line={format.dateTime(toDate(today), { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })}
      facts={await factsOf(ctx, facts, addressesOf({ home: '/', date: today, today }))}
      deed={mayImport && ctx.can('RUN_IMPORTS') ? { href: '/imports/new', label: t('office.import'), icon: <FileUp aria-hidden /> } : undefined}
    />
  )
  const recent = imports?.rows.slice(0, 5) ?? []
  return (
    <Dashboard hero={hero} notice={<YearTurnNotice ctx={ctx} />}>
      <TalkCard ctx={ctx} />
      <OwnDayCard ctx={ctx} />
      <BeginCard ctx={ctx} facts={facts} />
      {days && days.day !== days.asked && <NoSchoolNotice {...days} />}
      <div data-span={7} className="dashboard-column">
        <div className="grid gap-3 md:grid-cols-2 md:gap-4">
          <GapCard question={t('office.withoutClass')} calm={t('office.allInClasses')} gap={gaps.withoutClass} />
          <GapCard question={t('office.withoutGuardian')} calm={t('office.allWithGuardians')} gap={gaps.withoutGuardian} />
        </div>
        {days && hasSchool(days.day) && (
          <HereCard day={days.day.all} isComparable={isComparable(days.day, days.day.campuses)} date={days.day.date} isToday={days.day.date === days.day.today} to={addressesOf({ home: '/', date: days.day.date, today: days.day.today })}>
            <AttendanceLinks can={ctx.can} />
          </HereCard>
        )}
        <DraftsCard ctx={ctx} />
      </div>
      <div data-span={5} className="dashboard-column">
        <GrowthCard ctx={ctx} />
        {mayImport && (
          <Card title={t('office.imports')} aside={recent.length > 0 && <Link href="/imports" className="text-sm font-medium text-campus-text hover:underline pointer-coarse:-my-3 pointer-coarse:py-3">{t('office.allImports')}</Link>} flush>
            {recent.length === 0 && <p className="border-t border-line px-4 py-3 text-soft">{t('office.noImportsText')}</p>}
            <ul>
              {recent.map(({ id, fileName, state, summary }) => (
                <li key={id}>
                  <Link href={`/imports/${id}`} className="flex min-h-12 items-center gap-3 border-t border-line px-4 py-2 hover:bg-sunken">
                    <span className="min-w-0 flex-1 truncate font-medium">{fileName}</span>
                    <ImportStateMark state={state} summary={summary} />
                  </Link>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <StaffOutCard ctx={ctx} />
      </div>
    </Dashboard>
  )
}
