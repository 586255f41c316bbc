import { z } from 'zod';

const EXAMPLE = '[{"name":"google","issuer":"https://accounts.google.com","clientIds":["…"]}]';

/** As OpenID Connect has it: an address without query or fragment. Compared to the letter with what tokens say. */
const ISSUER = /^https?:\/\/[^?#\s]+$/;

const providerSettings = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,31}$/, 'must be a word of lower-case letters, digits and _, such as google'),
  issuer: z.string().regex(ISSUER, 'must be an address such as https://accounts.google.com'),
  clientIds: z.array(z.string().min(1)).min(1),
});

/** A provider people may sign in with, as the operator describes it. */
export type ProviderSettings = z.infer<typeof providerSettings>;

/** Providers written as JSON, each with a name and an issuer of its own. */
export const providerList = z
  .string()
  .default('[]')
  .transform((text, check): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      check.addIssue({ code: 'custom', message: `must be JSON such as ${EXAMPLE}` });
      return z.NEVER;
    }
  })
  .pipe(
    z
      .array(providerSettings, `must be a list such as ${EXAMPLE}`)
      .refine((list) => areDifferent(list.map(({ name }) => name)), 'must not have a name twice')
      .refine((list) => areDifferent(list.map(({ issuer }) => issuer)), 'must not have an issuer twice'),
  );

function areDifferent(values: string[]): boolean {
  return new Set(values).size === values.length;
}
