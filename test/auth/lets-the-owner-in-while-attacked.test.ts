import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { applicant, clientAt, SIGN_UP } from '../support/accounts.js';
import { freshAddress } from '../support/fresh-address.js';
import { guess, tally, WRONG_PASSWORD } from '../support/guess.js';
import { PASSWORD } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe('an owner', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  /** Somebody who has signed up at home. */
  async function ownerAt(home: string): Promise<string> {
    const input = applicant();
    await clientAt(server, home).data(SIGN_UP, { input });
    return input.email;
  }

  const attack = (email: string, addresses: number) =>
    tally(times(addresses, () => guess(server, email, WRONG_PASSWORD)));

  it('signs in at the usual address while 50 others guess, before, between and after them', async () => {
    const home = freshAddress();
    const email = await ownerAt(home);
    const guesses = times(50, () => guess(server, email, WRONG_PASSWORD));
    const between = guess(server, email, PASSWORD, home);
    expect(await tally(guesses)).toEqual({ wrong: 5, limited: 45 });
    expect((await between).outcome).toBe('signed in');
    expect(await attack(email, 50)).toEqual({ limited: 50 });
    expect((await guess(server, email, PASSWORD, home)).outcome).toBe('signed in');
  });

  it('is at the usual address anywhere in the /64 of it, and not next door', async () => {
    const home = freshAddress();
    const email = await ownerAt(home);
    await attack(email, 5);
    const neighbour = home.replace(/^fd00/, 'fd01');
    expect((await guess(server, email, PASSWORD, home.replace('::1', ':a:b:c:d'))).outcome).toBe('signed in');
    expect((await guess(server, email, PASSWORD, neighbour)).outcome).toBe('limited');
  });

  it.each(['192.0.2.77', '::ffff:192.0.2.78'])('may have an IPv4 address: %s', async (home) => {
    const email = await ownerAt(home);
    await attack(email, 5);
    expect((await guess(server, email, PASSWORD, home)).outcome).toBe('signed in');
    expect((await guess(server, email, PASSWORD, '192.0.2.79')).outcome).toBe('limited');
  });

  it('gets usual addresses by signing in, and keeps them when the sessions have ended', async () => {
    const [home, office] = [freshAddress(), freshAddress()];
    const email = await ownerAt(home);
    expect((await guess(server, email, PASSWORD, office)).outcome).toBe('signed in');
    await server.db.rows(sql`update sessions set revoked_at = now(), revoked_reason = 'SIGNED_OUT'`);
    await attack(email, 5);
    expect((await guess(server, email, PASSWORD, office)).outcome).toBe('signed in');
    expect((await guess(server, email, PASSWORD, home)).outcome).toBe('signed in');
  });

  it('takes an address from the usual ones by revoking its session', async () => {
    const [home, thief] = [freshAddress(), freshAddress()];
    const email = await ownerAt(home);
    expect((await guess(server, email, PASSWORD, thief)).outcome).toBe('signed in');
    const host = thief.replace(/^(.*?)(:0+)?::1$/, '$1::1');
    await server.db.rows(sql`
      update sessions set revoked_at = now(), revoked_reason = 'REVOKED' where ip = ${host}::inet`);
    await attack(email, 5);
    expect((await guess(server, email, PASSWORD, thief)).outcome).toBe('limited');
    expect((await guess(server, email, PASSWORD, home)).outcome).toBe('signed in');
  });

  it('has no usual address where only somebody else has signed in', async () => {
    const home = freshAddress();
    const email = await ownerAt(freshAddress());
    await ownerAt(home);
    await attack(email, 5);
    expect((await guess(server, email, PASSWORD, home)).outcome).toBe('limited');
  });

  it('waits for the failures made at the usual address, and for no others', async () => {
    const [home, office] = [freshAddress(), freshAddress()];
    const email = await ownerAt(home);
    await guess(server, email, PASSWORD, office);
    for (let count = 0; count < 3; count++) await guess(server, email, WRONG_PASSWORD, home);
    expect((await guess(server, email, PASSWORD, home)).outcome).toBe('limited');
    expect((await guess(server, email, PASSWORD, office)).outcome).toBe('signed in');
    expect((await guess(server, email, PASSWORD)).outcome).toBe('signed in');
  });
});
