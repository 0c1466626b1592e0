import { House } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { GuardianOf } from '@/lib/domain/people/guardian-link.server'

/** The addresses at which the student lives, with whom; nothing where there is none, or where there is only one home and all live there. */
export function Homes({ rows }: { rows: readonly GuardianOf[] }) {
  const t = useTranslations('students.guardians')
  const homes = new Map<string, string[]>()
  for (const { livesWith, guardian } of rows) {
    if (!livesWith || !guardian.address) continue
    homes.set(guardian.address, [...(homes.get(guardian.address) ?? []), guardian.fullName])
  }
  if (homes.size < 2) return null
  return (
    <section aria-label={t('homes', { count: homes.size })} className="rounded-lg border border-line bg-raised p-4">
      <h2 className="mb-2 text-sm font-semibold">{t('homes', { count: homes.size })}</h2>
      <ul className="grid gap-3 sm:grid-cols-2">
        {[...homes].map(([address, names]) => (
          <li key={address} className="flex gap-2.5">
            <House aria-hidden className="mt-0.5 size-4 shrink-0 text-soft" />
            <span><span className="block font-medium whitespace-pre-line">{address}</span><span className="text-soft">{names.join(', ')}</span></span>
          </li>
        ))}
      </ul>
    </section>
  )
}
