import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { known } from '@/lib/domain/development/signs'
import type { ShownLesson } from './shown-signs.server'

/** Ten lessons, and how many of their signs are known. */
export function LessonList({ lessons }: { lessons: readonly ShownLesson[] }) {
  const t = useTranslations('signs')
  return (
    <Card title={t('lessons')} flush>
      <ol>
        {lessons.map(({ key, title, signs }, n) => {
          const learned = signs.filter(({ progress }) => (progress?.box ?? 0) >= known).length
          return (
            <li key={key}>
              <Link href={`/signs?lesson=${key}`} className="flex min-h-14 items-center gap-4 border-t border-line px-4 py-2 hover:bg-sunken">
                <span className="w-6 text-end text-soft tabular-nums">{n + 1}</span>
                <span className="min-w-0 flex-1 font-medium">{title}</span>
                <span aria-hidden="true" className="h-2 w-24 overflow-hidden rounded-full bg-sunken max-md:hidden"><span className="block h-full bg-campus-line" style={{ width: `${(learned / signs.length) * 100}%` }} /></span>
                <span className="text-sm text-soft tabular-nums">{t('lesson', { known: learned, all: signs.length })}</span>
              </Link>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
