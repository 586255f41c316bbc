import { build } from 'pino-pretty';

/** Log lines for people: time, level, message, and the rest as `name=value` on the same line. */
export function pretty(): ReturnType<typeof build> {
  return build({ colorize: true, translateTime: 'SYS:HH:MM:ss.l', singleLine: true, sync: true });
}
