import { getFormatter, getTranslations } from 'next-intl/server'
import { CampusTheme } from '@/components/ui/campus-theme'
import { Screen } from '@/components/ui/screen'
import { Status } from '@/components/ui/status'
import { findFrameBefore, listReaders, markFrameRead } from '@/lib/domain/development/frame.server'
import { toDate } from '@/lib/platform/time'
import './frame.css'
import { FrameDeeds } from './frame-deeds'
import { FrameEditor } from './frame-editor'
import { FrameReading } from './frame-reading'
import { openFrame } from './open-frame.server'
import { ReaderList } from './reader-list'
import { shownSections } from './shown-sections.server'

export async function generateMetadata({ params }: PageProps<'/frame/[id]'>) {
  const [t, format, { row }] = await Promise.all([getTranslations('frame'), getFormatter(), openFrame((await params).id)])
  return { title: t('titleOf', { week: format.dateTime(toDate(row.weekOf), { dateStyle: 'long', timeZone: 'UTC' }) }) }
}

/** A week's note: to be read in two minutes; for whoever writes it, with last week's beside it. */
export default async function FramePage({ params, searchParams }: PageProps<'/frame/[id]'>) {
  const { ctx, row: frame } = await openFrame((await params).id)
  const [t, format, sections, asked] = await Promise.all([getTranslations('frame'), getFormatter(), shownSections(ctx), searchParams])
  const writes = ctx.can('UPDATE_FRAME_ENTRIES')
  const isWriting = writes && (asked.edit === '1' || (frame.publishedAt === null && asked.preview !== '1'))
  if (frame.publishedAt && !isWriting) await markFrameRead(ctx, frame.id)
  const [before, readers] = await Promise.all([isWriting ? findFrameBefore(ctx, frame) : null, writes && frame.publishedAt && !isWriting ? listReaders(ctx, frame) : null])
  const campus = ctx.campuses.find(({ id }) => id === frame.campusId)
  const week = format.dateTime(toDate(frame.weekOf), { dateStyle: 'long', timeZone: 'UTC' })
  const by = frame.publishedAt && t('by', { author: frame.author, date: format.dateTime(frame.publishedAt, { dateStyle: 'medium', timeZone: campus?.timeZone ?? ctx.timeZone }) })
  return (
    <Screen title={t('titleOf', { week })} description={[campus?.name, by].filter(Boolean).join(' · ')} aside={<FrameDeeds frame={frame} writes={writes} isWriting={isWriting} />}>
      {campus && <CampusTheme colors={campus} />}
      {!frame.publishedAt && <p><Status tone="quiet" icon="pencil">{t('states.draft')}</Status> <span className="text-soft">{t('draftNote')}</span></p>}
      {isWriting ? <FrameEditor key={frame.id} frame={frame} before={before} sections={sections} campusName={campus?.name ?? ''} /> : <FrameReading frame={frame} sections={sections} />}
      {readers && <ReaderList readers={readers} />}
    </Screen>
  )
}
