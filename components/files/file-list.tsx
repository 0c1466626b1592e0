'use client'

import { Download, Trash2 } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useRemove } from '@/components/record/remove-button'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton, iconButtonClass } from '@/components/ui/icon-button'
import type { Result } from '@/lib/platform/errors'

export type ListedFile = { id: string; name: string; bytes: number; at: Date; /** Who added it, if that is known. */ by: string | null }
type FileDeed = (input: { id: string }) => Promise<Result<{ id: string }>>

type FileListProps = {
  files: readonly ListedFile[]
  /** Both or neither: without them the list can be read and nothing removed. */
  deeds?: { remove: FileDeed; restore: FileDeed }
}

/** The attachments of a record: what each is, and the ways to have or remove it. */
export function FileList({ files, deeds }: FileListProps) {
  const t = useTranslations('files')
  if (files.length === 0) return <EmptyState title={t('list.empty')} />
  return (
    <ul aria-label={t('list.label')} className="flex flex-col rounded-lg border border-line bg-raised">
      {files.map((file) => <FileItem key={file.id} file={file} removal={deeds && <RemoveFile file={file} {...deeds} />} />)}
    </ul>
  )
}

function FileItem({ file: { id, name, bytes, at, by }, removal }: { file: ListedFile; removal: React.ReactNode }) {
  const t = useTranslations('files.list')
  const format = useFormatter()
  const megabytes = bytes / 1_000_000
  const size = megabytes < 1
    ? format.number(Math.max(1, Math.round(bytes / 1_000)), { style: 'unit', unit: 'kilobyte' })
    : format.number(megabytes, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
  const when = format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <li className="flex items-center gap-1 border-t border-line py-2 ps-4 pe-2 first:border-t-0">
      <div className="min-w-0 flex-1">
        <a href={`/api/files/${id}`} download className="font-medium break-words hover:underline">{name}</a>
        <p className="text-sm text-soft">{by ? t('sizeWhenWho', { size, when, by }) : t('sizeWhen', { size, when })}</p>
      </div>
      <a href={`/api/files/${id}`} download aria-label={t('download', { name })} data-tip={t('downloadTip')} className={iconButtonClass}><Download aria-hidden /></a>
      {removal}
    </li>
  )
}

function RemoveFile({ file: { id, name }, remove, restore }: { file: ListedFile; remove: FileDeed; restore: FileDeed }) {
  const t = useTranslations('files.list')
  const { run, isPending } = useRemove(remove, restore)
  return <IconButton label={t('remove', { name })} disabled={isPending} onClick={() => run({ id, seen: '' }, name)}><Trash2 aria-hidden /></IconButton>
}
