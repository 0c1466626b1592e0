import { useTranslations } from 'next-intl'
import type { Corrector } from '@/lib/domain/attendance/register'

/** Who may still change a closed register, and a letter to them with this register in it. */
export function AskCorrector({ correctors, title }: { correctors: readonly Corrector[]; title: string }) {
  const t = useTranslations('attendance.ask')
  const letter = ({ name, email }: Corrector, here: string) => `mailto:${email}?subject=${encodeURIComponent(t('subject', { title }))}&body=${encodeURIComponent(t('body', { name, title, here }))}`
  if (correctors.length === 0) return null
  return (
    <>
      <p>{t('who')}</p>
      <ul>
        {correctors.map((corrector) => (
          <li key={corrector.email} className="flex min-h-8 flex-wrap items-center gap-x-2 pointer-coarse:min-h-11">
            <bdi className="font-medium">{corrector.name}</bdi>
            <span className="text-soft">{corrector.role}</span>
            {/* Only the browser knows the address of this page. */}
            <a href={letter(corrector, '')} onClick={({ currentTarget }) => (currentTarget.href = letter(corrector, window.location.href))} className="py-1 font-medium text-campus-text underline">
              {t('write', { name: corrector.name })}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
