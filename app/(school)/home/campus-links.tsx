import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Ctx } from '@/lib/platform/context'

/** The ways from a campus to the lists that are open to this person. */
export function CampusLinks({ can, campusId }: { can: Ctx['can']; campusId: string }) {
  const t = useTranslations('home.calm')
  const links = [
    ...(can('READ_STUDENTS') ? [{ href: `/students?campus=${campusId}&status=active`, label: t('students') }] : []),
    ...(can('READ_CLASSES') ? [{ href: `/classes?campus=${campusId}`, label: t('classes') }] : []),
    ...(can('READ_TIMETABLES') ? [{ href: `/timetables?campus=${campusId}`, label: t('timetables') }] : []),
    ...(can('READ_ATTENDANCE') ? [{ href: `/attendance?campus=${campusId}`, label: t('attendance') }] : []),
  ]
  return (
    <ul className="-mt-px">
      {links.map(({ href, label }) => (
        <li key={href}>
          <Link href={href} className="flex min-h-11 items-center border-t border-line px-4 font-medium text-campus-text hover:bg-sunken">{label}</Link>
        </li>
      ))}
    </ul>
  )
}
