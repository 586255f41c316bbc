import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { applicant, signIn, trySignUp } from '../support/accounts.js';
import { PASSWORD } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const ACCOUNTS = 4;
/** As many as an account allows. */
const ATTEMPTS = 5;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ env: { PASSWORD_HASH_COST: '9' } });
});
afterAll(() => server.stop());

/** What this process worked for an answer, in milliseconds: what takes long here is hashing, not waiting. */
async function workFor(email: string): Promise<number> {
  const before = process.cpuUsage();
  const { userErrors } = await signIn(server, email, `${PASSWORD}x`);
  const { user, system } = process.cpuUsage(before);
  expect(userErrors[0]?.code).toBe('INVALID_CREDENTIALS');
  return (user + system) / 1000;
}

/** The work without whatever else the process did, garbage collection say: that of the quickest quarter. */
function undisturbed(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 4)] ?? NaN;
}

it('refuses a wrong password, an unknown address and a user without a password in about the same time', async () => {
  const times = { known: [] as number[], unknown: [] as number[], withoutPassword: [] as number[] };
  for (let account = 0; account < ACCOUNTS; account++) {
    const [known, withoutPassword] = [applicant(), applicant()];
    await trySignUp(server, known);
    await trySignUp(server, withoutPassword);
    await server.db.rows(sql`update users set password_hash = null where email = ${withoutPassword.email}`);
    // By turns, so that a busy moment hits all alike.
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      times.known.push(await workFor(known.email));
      times.unknown.push(await workFor(`unknown${account}@example.org`));
      times.withoutPassword.push(await workFor(withoutPassword.email));
    }
  }
  const known = undisturbed(times.known);
  for (const other of [undisturbed(times.unknown), undisturbed(times.withoutPassword)]) {
    // Without a hash to compare with, it would be a tenth.
    expect(other).toBeGreaterThan(known * 0.6);
    expect(other).toBeLessThan(known * 1.6);
  }
});
