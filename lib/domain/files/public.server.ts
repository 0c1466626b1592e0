import 'server-only'

export { attachFile } from './attach.server'
export { findPhoto, listFiles, openFile, photosOf, removeFile, type FileRow } from './file.server'
export { type FileOwner } from './owner.server'
