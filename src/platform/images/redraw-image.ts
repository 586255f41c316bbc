import pLimit from 'p-limit';
import type sharpLibrary from 'sharp';

type Sharp = typeof sharpLibrary;

interface Bounds {
  /** Of the image as it comes, width times height: a small file may unpack to gigabytes. */
  maxPixels: number;
  /** Longest side of the image as it goes; larger ones are made smaller. */
  maxSide: number;
}

const TIMEOUT_SECONDS = 10;

/** Each takes a thread of the pool that everything else shares, and memory for its pixels. */
const inTurn = pLimit(2);

/**
 * Decodes a PNG, JPEG or WebP image and writes it anew as WebP: what is not a pixel of its first frame, such as metadata,
 * animation or something hidden in the file, does not come through. Null for what does not decode whole.
 */
export async function redrawImage(file: Buffer, bounds: Bounds): Promise<Buffer | null> {
  const sharp = await loadSharp();
  return inTurn(() => redraw(sharp, file, bounds));
}

async function redraw(sharp: Sharp, file: Buffer, { maxPixels, maxSide }: Bounds): Promise<Buffer | null> {
  try {
    return await sharp(file, { limitInputPixels: maxPixels, failOn: 'error' })
      .timeout({ seconds: TIMEOUT_SECONDS })
      // Cameras note in the metadata which side is up; it has to be turned before that is gone.
      .autoOrient()
      .resize(maxSide, maxSide, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 90, smartSubsample: true })
      .toBuffer();
  } catch {
    // The library tells one failure from another by its message only, and all of them are the file's.
    return null;
  }
}

let loading: Promise<Sharp> | undefined;

/** On first use: it brings a large native library, and most processes never see an image. */
function loadSharp(): Promise<Sharp> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    // Whatever a file looks like, no other decoder ever sees it: none for SVG, PDF or camera formats.
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({
      operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp'],
    });
    return sharp;
  });
  return loading;
}
