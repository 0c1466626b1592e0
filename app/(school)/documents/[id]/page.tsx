import { FileDrop } from '@/components/files/file-drop'
import { FileList } from '@/components/files/file-list'
import { acceptedFiles, fileLimits, fileUrl } from '@/lib/domain/files/file'
import { listFiles } from '@/lib/domain/files/public.server'
import { documentFiles } from '@/lib/domain/people/people-files.server'
import { removeFileAction, restoreFileAction } from '../../files/actions'
import { openDocument } from './open-document.server'

const isPicture = (name: string) => /\.(jpe?g|png|webp)$/i.test(name)

export default async function DocumentPage({ params }: PageProps<'/documents/[id]'>) {
  const { ctx, row: { id, values } } = await openDocument((await params).id)
  const files = await listFiles(ctx, { owner: documentFiles, id })
  const mayChange = ctx.can(documentFiles.write)
  const pictures = files.filter(({ name }) => isPicture(name))
  return (
    <>
      {typeof values.notes === 'string' && <p className="rounded-lg border border-line bg-raised p-4 whitespace-pre-line">{values.notes}</p>}
      <FileList files={files} deeds={mayChange ? { remove: removeFileAction, restore: restoreFileAction } : undefined} />
      {pictures.map((file) => <img key={file.id} src={`${fileUrl(file.id)}?preview=1`} alt={file.name} className="max-h-[60vh] max-w-full self-start rounded-lg border border-line" />)}
      {mayChange && <FileDrop to={{ entity: documentFiles.entity, id }} accept={acceptedFiles.attachment} limit={fileLimits.attachment} />}
    </>
  )
}
