import { MINUTE } from '../clock.js';

/** How long an upload link is good. */
export const UPLOAD_SECONDS = 10 * 60;

/** How long after asking for the link the upload may be completed; longer than the link is good. */
export const COMPLETION_TIME = 60 * MINUTE;

/** Where a client puts a file; read by nobody but the completion. */
export const uploadKey = (uploadId: string) => `uploads/${uploadId}`;
