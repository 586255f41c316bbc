import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act, failedWith, refusedWith } from '../support/act.js';
import { signUp, type Person } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('changing one’s name', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const name = async ({ client }: Person) =>
    (await client.data<{ me: unknown }>('{ me { firstName lastName } }')).me;
  const change = (client: Person['client'], input: Record<string, unknown>) =>
    act(client, 'updateMyName', input, 'firstName lastName');

  it.each(['CANDIDATE', 'EMPLOYER'] as const)(
    'is for a user with the role %s, and for nobody else’s',
    async (role) => {
      const [person, other] = [await signUp(server, role), await signUp(server, role)];
      const before = await name(other);
      const { result } = await change(person.client, { firstName: ' Awa ', lastName: 'Diop-N’Doye' });
      expect(result).toEqual({ firstName: 'Awa', lastName: 'Diop-N’Doye' });
      expect(await name(person)).toEqual(result);
      expect(await name(other)).toEqual(before);
    },
  );

  it.each([' ', 'x'.repeat(101)])('refuses %j', async (text) => {
    const person = await signUp(server, 'CANDIDATE');
    const before = await name(person);
    const good = { firstName: 'Awa', lastName: 'Diop' };
    expect(await change(person.client, { ...good, firstName: text })).toEqual(
      refusedWith('INVALID', 'firstName'),
    );
    expect(await change(person.client, { ...good, lastName: text })).toEqual(
      refusedWith('INVALID', 'lastName'),
    );
    expect(await name(person)).toEqual(before);
  });

  it('is not for anonymous viewers', async () => {
    const input = { firstName: 'Awa', lastName: 'Diop' };
    expect(await change(server.client(), input)).toEqual(failedWith('UNAUTHENTICATED'));
  });
});
