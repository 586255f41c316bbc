import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { Disk } from 'flydrive';
import { S3Driver } from 'flydrive/drivers/s3';

export interface S3Settings {
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Undefined: Amazon's own. */
  endpoint: string | undefined;
}

/** A bucket that hangs must not make everything else hang. */
const TIMEOUTS = { connectionTimeout: 3000, requestTimeout: 15_000 };

/** Files in a bucket, with links that lead there. */
export function createS3Disk({ bucket, region, endpoint, ...credentials }: S3Settings): Disk {
  const client = new S3Client({
    region,
    credentials,
    // Services that are not Amazon's seldom have a host name for each bucket.
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    requestHandler: { ...TIMEOUTS, throwOnRequestTimeout: true },
    // Otherwise the SDK signs the checksum of an empty body into upload links.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return new Disk(
    new S3Driver({
      client,
      bucket,
      visibility: 'private',
      supportsACL: false,
      urlBuilder: {
        generateSignedUploadURL: (key, options, _client, expiresIn) => {
          const { contentSize } = options as { contentSize?: number };
          const put = new PutObjectCommand({
            Bucket: bucket,
            Key: key,
            ContentType: options.ContentType,
            ContentLength: contentSize,
          });
          // Signed, so that the bucket refuses another type or size.
          const signableHeaders = new Set(['content-type', 'content-length']);
          return getSignedUrl(client, put, { expiresIn: Number(expiresIn), signableHeaders });
        },
      },
    }),
  );
}
