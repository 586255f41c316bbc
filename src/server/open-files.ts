import { join } from 'node:path';
import type { Disk } from 'flydrive';
import { removeUnusedCvs } from '../candidates/remove-unused-cvs.js';
import { forgetOldLogoUploads } from '../companies/forget-old-logo-uploads.js';
import type { Config } from '../config.js';
import { addTime, HOUR, type Clock } from '../platform/clock.js';
import type { Database } from '../platform/database/database.js';
import { FileTokens } from '../platform/files/file-tokens.js';
import { createLocalDisk } from '../platform/files/local-disk.js';
import { removeAbandonedParts } from '../platform/files/receive-file.js';
import { removeFiles } from '../platform/files/remove-files.js';
import type { LocalFiles } from './file-routes.js';

export interface OpenFiles {
  disk: Disk;
  /** Null when the files are in a bucket, which serves its links itself. */
  local: LocalFiles | null;
}

/** The bucket the configuration names, or a folder in the data folder. */
export async function openFiles(
  config: Config,
  authSecret: string,
  clock: Clock,
  publicUrl: () => string,
): Promise<OpenFiles> {
  if (config.s3) {
    // The client of buckets is larger than all the rest: loaded by those who have one.
    const { createS3Disk } = await import('../platform/files/s3-disk.js');
    return { disk: createS3Disk(config.s3), local: null };
  }
  const folder = join(config.dataDir, 'files');
  const tokens = new FileTokens(authSecret, config.authSecretPrevious);
  const disk = createLocalDisk({ folder, tokens, clock, publicUrl });
  return { disk, local: { folder, disk, tokens, clock } };
}

/** Removes all files and rows of files that nobody needs any more; run by every process once a minute. */
export async function sweepFiles(db: Database, { disk, local }: OpenFiles, now: Date): Promise<void> {
  await removeUnusedCvs(db, now);
  await forgetOldLogoUploads(db, now);
  await removeFiles(db, disk, now);
  // No request takes that long.
  if (local) await removeAbandonedParts(local.folder, addTime(now, -HOUR));
}
