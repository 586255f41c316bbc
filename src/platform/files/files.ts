import { buffer } from 'node:stream/consumers';
import { create as contentDisposition } from 'content-disposition';
import type { Disk } from 'flydrive';
import { addTime } from '../clock.js';

/** A request that stores a file, to be sent by a client. */
export interface SignedUpload {
  url: string;
  method: 'PUT';
  headers: { name: string; value: string }[];
  expiresAt: Date;
}

/** Signs a link that takes one file of exactly this type and size, for a number of seconds. */
export async function signUpload(
  disk: Disk,
  key: string,
  { contentType, sizeBytes }: { contentType: string; sizeBytes: number },
  now: Date,
  seconds: number,
): Promise<SignedUpload> {
  const options = { contentType, contentSize: sizeBytes, expiresIn: seconds };
  return {
    url: await disk.getSignedUploadUrl(key, options),
    method: 'PUT',
    headers: [{ name: 'Content-Type', value: contentType }],
    expiresAt: addTime(now, seconds * 1000),
  };
}

/** Signs a link that hands a file out to be saved, never shown, for a number of seconds. */
export function signDownload(
  disk: Disk,
  key: string,
  { contentType, fileName }: { contentType: string; fileName: string },
  seconds: number,
): Promise<string> {
  return disk.getSignedUrl(key, {
    contentType,
    contentDisposition: contentDisposition(fileName),
    ResponseCacheControl: 'private, no-store',
    expiresIn: seconds,
  });
}

/** Size of a file; null when there is none. */
export async function sizeOf(disk: Disk, key: string): Promise<number | null> {
  return (await disk.exists(key)) ? (await disk.getMetaData(key)).contentLength : null;
}

export async function readFile(disk: Disk, key: string): Promise<Buffer> {
  return buffer(await disk.getStream(key));
}
