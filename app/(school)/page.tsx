import { getTranslations } from 'next-intl/server'
import { requirePage } from '@/lib/platform/context.server'
import { plainDate } from '@/lib/platform/time'
import { DirectorHome } from './home/director-home'
import { PlainHome } from './home/plain-home'
import { TeacherHome } from './home/teacher-home'

export async function generateMetadata() {
  return { title: (await getTranslations('navigation'))('home') }
}

/** The first screen of the role that looks: the day of a campus, the day of a teacher, or the way to one's rooms. */
export default async function HomePage({ searchParams }: PageProps<'/'>) {
  const ctx = await requirePage('SIGNED_IN')
  if (ctx.can('READ_ATTENDANCE_SUMMARIES')) return <DirectorHome ctx={ctx} date={plainDate.safeParse((await searchParams).date).data} />
  if (ctx.can('TAKE_ATTENDANCE')) return <TeacherHome ctx={ctx} />
  return <PlainHome ctx={ctx} />
}
