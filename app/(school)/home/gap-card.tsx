import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { QuestionCard } from '@/components/dashboard/question-card'
import { Face } from '@/components/ui/face'
import type { Gap } from '@/lib/domain/people/office.server'

/** Something that is missing in the records of some students: how many they are, and the first of them. */
export function GapCard({ question, calm, gap: { count, isMore, first } }: { question: string; calm: string; gap: Gap }) {
  const t = useTranslations('home.office')
  const format = useFormatter()
  return (
    <QuestionCard question={question} answer={count === 0 ? t('nobody') : `${format.number(count)}${isMore ? '+' : ''}`} comparison={count === 0 ? { tone: 'ok', text: calm } : { tone: 'warn', icon: 'alert', text: t('toMend') }}>
      {first.length > 0 && (
        <ul className="-mx-4 -mb-4">
          {first.map(({ id, name, campusName }) => (
            <li key={id}>
              <Link href={`/students/${id}`} className="flex min-h-12 items-center gap-3 border-t border-line px-4 py-1.5 hover:bg-sunken">
                <Face name={name} />
                <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
                <span className="truncate text-soft">{campusName}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </QuestionCard>
  )
}
