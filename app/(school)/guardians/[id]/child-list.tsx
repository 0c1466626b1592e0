import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Face } from '@/components/ui/face'
import { Status } from '@/components/ui/status'
import type { ChildOf } from '@/lib/domain/people/guardian-link.server'
import { LinkEditor } from '../link-editor'

type ChildListProps = { rows: readonly ChildOf[]; mayLink: boolean; mayOpen: boolean; deed: ReactNode }

/** The children a guardian answers for, and what holds for each. */
export function ChildList({ rows, mayLink, mayOpen, deed }: ChildListProps) {
  const t = useTranslations('guardians')
  return (
    <Card title={t('link.children')} aside={deed} flush>
      <ul>
        {rows.map((row) => {
          const { id, student, relationship, mayPickUp, livesWith, pays } = row
          return (
            <li key={id} className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2">
              <Face name={student.name} size={32} />
              <div className="min-w-0 flex-1 basis-48">
                <p className="font-medium">{mayOpen ? <Link href={`/students/${student.id}`} className="hover:underline">{student.name}</Link> : student.name}</p>
                <p className="text-sm text-soft">{[t(`relationships.${relationship}`), student.number, student.campusName].join(' · ')}</p>
              </div>
              <span className="flex flex-wrap gap-2">
                {livesWith && <Status tone="quiet">{t('link.livesWith')}</Status>}
                <Status tone={mayPickUp ? 'ok' : 'quiet'}>{t(mayPickUp ? 'link.mayPickUp' : 'link.mayNotPickUp')}</Status>
                {pays && <Status tone="quiet">{t('link.pays')}</Status>}
                {row.custodyNote && <Status tone="bad" icon="alert">{t('link.custodyNote')}</Status>}
              </span>
              {mayLink && <LinkEditor row={row} title={student.name} name={student.name} />}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
