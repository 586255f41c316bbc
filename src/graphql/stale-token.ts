/**
 * Marks the operations of somebody who is not signed in: an expired access token sent along out of habit does not
 * stand in their way.
 */
export const IGNORES_STALE_TOKEN = { ignoresStaleToken: true } as const;
