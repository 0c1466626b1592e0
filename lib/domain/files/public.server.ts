import 'server-only'

export { attachFile } from './attach.server'
export { findPhoto, listFiles, openFile, photosOf, removeFile, restoreFile, type FileRow } from './file.server'
export { fileRoutines } from './file-jobs.server'
export { type FileOwner } from './owner.server'
