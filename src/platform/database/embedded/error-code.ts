/** The system's code of an error, such as `EEXIST`. */
export function readErrorCode(error: unknown): unknown {
  // Not `instanceof Error`: errors of Node's own modules come from another realm when run in a sandbox.
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
