import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { addTime, type Clock } from '../clock.js';
import type { FileTokens } from './file-tokens.js';

export interface LocalDiskSettings {
  folder: string;
  tokens: FileTokens;
  clock: Clock;
  /** Where clients reach this server; known once it listens. */
  publicUrl: () => string;
}

export const UPLOADS_PATH = '/files/uploads/';
export const DOWNLOADS_PATH = '/files/downloads/';

/** Files in a folder, with links that lead to this server (see server/file-routes.ts). */
export function createLocalDisk({ folder, tokens, clock, publicUrl }: LocalDiskSettings): Disk {
  const expiry = (expiresIn: unknown) => addTime(clock.now(), Number(expiresIn) * 1000);
  return new Disk(
    new FSDriver({
      location: folder,
      visibility: 'private',
      urlBuilder: {
        generateSignedURL: async (key, _path, { expiresIn, contentType = '', contentDisposition = '' }) => {
          const claims = { key, contentType, disposition: contentDisposition };
          return publicUrl() + DOWNLOADS_PATH + tokens.sign('download', claims, expiry(expiresIn));
        },
        generateSignedUploadURL: async (key, _path, { expiresIn, contentType = '', contentSize }) => {
          const claims = { key, contentType, sizeBytes: Number(contentSize) };
          return publicUrl() + UPLOADS_PATH + tokens.sign('upload', claims, expiry(expiresIn));
        },
      },
    }),
  );
}
