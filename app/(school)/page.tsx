import { getTranslations } from 'next-intl/server'
import { Words } from '@/components/shell/words'
import { requirePage } from '@/lib/platform/context.server'
import { plainDate } from '@/lib/platform/time'
import { CalmHome } from './home/calm-home'
import { DayDashboard } from './home/day-dashboard'
import { OfficeHome } from './home/office-home'
import { TeacherHome } from './home/teacher-home'

export async function generateMetadata() {
  return { title: (await getTranslations('navigation'))('home') }
}

/** The first screen by what somebody does here: looks after campuses, keeps the records, teaches, or none of these today. */
export default async function HomePage({ searchParams }: PageProps<'/'>) {
  const ctx = await requirePage('SIGNED_IN')
  const home = async () => {
    if (ctx.can('READ_ATTENDANCE_SUMMARIES') && ctx.can('READ_WALKTHROUGHS')) return <DayDashboard ctx={ctx} date={plainDate.safeParse((await searchParams).date).data} home="/" />
    if (ctx.can('CREATE_STUDENTS')) return <OfficeHome ctx={ctx} />
    if (ctx.can('TAKE_ATTENDANCE')) return <TeacherHome ctx={ctx} />
    return <CalmHome ctx={ctx} />
  }
  return <Words of={['attendance.onDevice', 'attendance.problems', 'attendance.staff.self', 'zones.talk']}>{await home()}</Words>
}
