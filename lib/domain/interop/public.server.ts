import 'server-only'

export { discardImport, receiveRoster, recheckRoster, resumeImport, startApply, startUndo, isSilent } from './import-batch.server'
export { partInput, receivePart } from './import-upload.server'
export { importJobs } from './import-jobs.server'
export { differenceInput, listImports, listRemarks, namesOf, openRejects, readDifference, type ChangeRow, type ImportRow, type RemarkRow } from './import-reading.server'
export { getImport, type ImportRecord } from './import-record.server'
export { sentenceOf } from './import-words.server'
