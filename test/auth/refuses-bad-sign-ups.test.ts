import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applicant, clientAt, SIGN_UP, trySignUp } from '../support/accounts.js';
import { contentsOf, type DatabaseContents } from '../support/database-contents.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('a bad sign-up', () => {
  let server: TestServer;
  let before: DatabaseContents;
  beforeAll(async () => {
    server = await startTestServer();
    await trySignUp(server, applicant());
    before = await contentsOf(server.db);
  });
  afterAll(() => server.stop());

  it.each([
    ['email', ''],
    ['email', '   '],
    ['email', 'nonsense'],
    ['email', 'a@b'],
    ['email', 'two words@example.org'],
    ['email', '@example.org'],
    ['email', 'a@example.org, b@example.org'],
    ['email', 'a@example.org\nbcc: b@example.org'],
    ['email', `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example.org`],
    ['email', 'x'.repeat(400_000)],
    ['firstName', ''],
    ['firstName', ' \t\n '],
    ['firstName', 'x'.repeat(101)],
    ['firstName', 'x'.repeat(400_000)],
    ['lastName', ''],
    ['lastName', '   '],
    ['lastName', 'é'.repeat(101)],
    ['password', 'Aa1!'.repeat(251)],
    ['password', 'Aa1!'.repeat(100_000)],
  ])('is told that %s is invalid, and writes nothing: %.40j', async (field, value) => {
    const answer = await trySignUp(server, applicant({ [field]: value }));
    expect(answer).toEqual({
      accessToken: null,
      refreshToken: null,
      user: null,
      userErrors: [{ code: 'INVALID', field, message: expect.stringContaining(field) }],
    });
    expect(await contentsOf(server.db)).toEqual(before);
  });

  it('is told of every field at fault at once', async () => {
    const { userErrors } = await trySignUp(
      server,
      applicant({ email: 'nonsense', firstName: '', lastName: 'x'.repeat(101) }),
    );
    expect(userErrors.map(({ field }) => field).sort()).toEqual(['email', 'firstName', 'lastName']);
    expect(await contentsOf(server.db)).toEqual(before);
  });

  it.each([
    ['the role ADMIN', { role: 'ADMIN' }],
    ['a role of lower case', { role: 'candidate' }],
    ['no role', { role: null }],
    ['a field too many', { isActive: true }],
    ['a number as e-mail address', { email: 7 }],
    ['a list as name', { firstName: ['Ama'] }],
    ['no password', { password: undefined }],
    ['a NUL in a name', { firstName: 'A\0ma' }],
    ['a NUL in the password', { password: 'Correct-Horse-7\0Battery' }],
  ])('with %s is a request error, and writes nothing', async (_what, fields) => {
    const { status, errors } = await clientAt(server).send(SIGN_UP, { input: applicant(fields) });
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(await contentsOf(server.db)).toEqual(before);
  });

  it('with the role ADMIN written into the document is refused, and writes nothing', async () => {
    const { status, errors } = await clientAt(server).send(`mutation {
      signUp(input: { email: "root@example.org", password: "Correct-Horse-7-Battery", firstName: "A", lastName: "B",
        role: ADMIN }) { accessToken }
    }`);
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect(await contentsOf(server.db)).toEqual(before);
  });

  it('of a megabyte is refused as too large, and writes nothing', async () => {
    const input = applicant({ firstName: 'x'.repeat(1_000_000) });
    const { status, errors } = await clientAt(server).send(SIGN_UP, { input });
    expect([status, errors?.[0]?.extensions.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    expect(await contentsOf(server.db)).toEqual(before);
  });
});

describe('an unusual sign-up', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it.each([
    ['names of one letter', { firstName: 'A', lastName: '王' }],
    ['names of 100 letters', { firstName: 'é'.repeat(100), lastName: 'x'.repeat(100) }],
    ['names that look like SQL', { firstName: "Robert'); drop table users; --", lastName: 'O’Nguéma' }],
    ['a name of an emoji', { firstName: '👩🏾‍💼', lastName: 'Ñandú' }],
  ])('with %s is kept as it is', async (_what, names) => {
    const { user, userErrors } = await trySignUp(server, applicant(names));
    expect(userErrors).toEqual([]);
    expect(user).toMatchObject(names);
  });

  it('with a tagged address is taken', async () => {
    const { user } = await trySignUp(server, applicant({ email: "o'brien+jobs@mail.example.org" }));
    expect(user?.email).toBe("o'brien+jobs@mail.example.org");
  });
});
