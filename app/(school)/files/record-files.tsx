import { FileDrop } from '@/components/files/file-drop'
import { FileList } from '@/components/files/file-list'
import { PhotoField } from '@/components/files/photo-field'
import { acceptedFiles, fileLimits, photoUrl } from '@/lib/domain/files/file'
import { findPhoto, listFiles, type FileOwner } from '@/lib/domain/files/public.server'
import type { Ctx } from '@/lib/platform/context'
import { removeFileAction, restoreFileAction } from './actions'

/** The files tab of a record: its photo, what is attached, and room for more. */
export async function RecordFiles({ ctx, owner, id, name }: { ctx: Ctx; owner: FileOwner; id: string; name: string }) {
  const [files, photo] = await Promise.all([listFiles(ctx, { owner, id }), findPhoto(ctx, { owner, id })])
  const to = { entity: owner.entity, id }
  const deeds = { remove: removeFileAction, restore: restoreFileAction }
  const mayChange = ctx.can(owner.write)
  return (
    <>
      {mayChange && <PhotoField to={to} name={name} photo={photo && { id: photo.id, url: photoUrl(photo.id, 320) }} accept={acceptedFiles.photo} limit={fileLimits.photo} {...deeds} />}
      <FileList files={files} deeds={mayChange ? deeds : undefined} />
      {mayChange && <FileDrop to={to} accept={acceptedFiles.attachment} limit={fileLimits.attachment} />}
    </>
  )
}
