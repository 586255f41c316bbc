/** A time as whole seconds since 1970; 0 stands for "never" where a time may be missing. */
export type Seconds = number;

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function seconds(date: Date): Seconds {
  return Math.floor(date.getTime() / 1000);
}

export function timestamp(time: Seconds): string {
  return new Date(time * 1000).toISOString();
}

export function timestampOrNull(time: Seconds): string | null {
  return time === 0 ? null : timestamp(time);
}

/** "YYYY-MM" of the month `months` before that time. */
export function monthBefore(time: Seconds, months: number): string {
  const date = new Date(time * 1000);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1)).toISOString().slice(0, 7);
}
