import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { applicant, signIn, trySignUp } from '../support/accounts.js';
import { PASSWORD } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const ROUNDS = 15;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ env: { PASSWORD_HASH_COST: '8' } });
});
afterAll(() => server.stop());

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function millisecondsFor(email: string): Promise<number> {
  const start = performance.now();
  const { userErrors } = await signIn(server, email, `${PASSWORD}x`);
  const took = performance.now() - start;
  expect(userErrors[0]?.code).toBe('INVALID_CREDENTIALS');
  return took;
}

it('refuses a wrong password, an unknown address and a user without a password in about the same time', async () => {
  const times = { known: [] as number[], unknown: [] as number[], withoutPassword: [] as number[] };
  // By turns, so that a busy moment hits all alike.
  for (let round = 0; round < ROUNDS; round++) {
    const [known, withoutPassword] = [applicant(), applicant()];
    await trySignUp(server, known);
    await trySignUp(server, withoutPassword);
    await server.db.rows(sql`update users set password_hash = null where email = ${withoutPassword.email}`);
    times.known.push(await millisecondsFor(known.email));
    times.unknown.push(await millisecondsFor(`unknown${round}@example.org`));
    times.withoutPassword.push(await millisecondsFor(withoutPassword.email));
  }
  const known = median(times.known);
  // Without the hash of nobody these two would take a tenth.
  expect(median(times.unknown)).toBeGreaterThan(known * 0.6);
  expect(median(times.unknown)).toBeLessThan(known * 1.6);
  expect(median(times.withoutPassword)).toBeGreaterThan(known * 0.6);
  expect(median(times.withoutPassword)).toBeLessThan(known * 1.6);
});
