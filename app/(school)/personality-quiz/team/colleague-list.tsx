import { useTranslations } from 'next-intl'
import { Face } from '@/components/ui/face'

type Colleague = { userId: string; name: string; trait: string; band: string }

/** Colleagues who share their result, each with the trait that stands out. */
export function ColleagueList({ colleagues }: { colleagues: readonly Colleague[] }) {
  const t = useTranslations('personality.teamOf')
  if (colleagues.length === 0) return <p className="border-t border-line px-4 py-3 text-soft">{t('nobody')}</p>
  return (
    <ul>
      {colleagues.map(({ userId, name, trait, band }) => (
        <li key={userId} className="flex min-h-12 items-center gap-3 border-t border-line px-4 py-2">
          <Face name={name} />
          <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
          <span className="text-soft">{trait}: {t(`bands.${band}`)}</span>
        </li>
      ))}
    </ul>
  )
}
