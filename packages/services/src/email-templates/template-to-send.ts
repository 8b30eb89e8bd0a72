import { findTemplateToSend, type TemplateToSend } from '@usher/database'
import type { Deps } from '../deps.ts'

/** Versions never change: read once, kept for the thousands of mails that are written with them. */
const kept = new WeakMap<Deps['database'], Map<string, Promise<TemplateToSend | null>>>()
const keptAtMost = 20

export function templateToSend({ database }: Deps, versionId: string): Promise<TemplateToSend | null> {
  const versions = kept.get(database) ?? new Map<string, Promise<TemplateToSend | null>>()
  kept.set(database, versions)
  const known = versions.get(versionId)
  if (known) return known
  if (versions.size >= keptAtMost) versions.clear()
  const read = findTemplateToSend(database, versionId)
  versions.set(versionId, read)
  read.catch(() => versions.delete(versionId))
  return read
}
