import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { applicant, trySignUp } from '../support/accounts.js';
import { startApiProcess } from '../support/api-process.js';
import { expectNoSecretsKeptIn, keepForTheEnd, rememberSecrets, secretsIn } from '../support/log-secrets.js';
import { startTestServer } from '../support/test-server.js';

/** Logged by mistake, each of them fails the test. */
const MISTAKES = {
  'an e-mail address': '{"email":"Ama.Ndong+jobs@example.org"}',
  'an e-mail address in a message': '{"msg":"no user ama@mail.example.org, sorry"}',
  'a URL with a password': '{"url":"postgres://intowork:hunter2@127.0.0.1:5432/x"}',
  'an access token': '{"headers":{"authorization":"Bearer eyJhbGciOiJIUzI1NiJ9.e30.x"}}',
  'a bcrypt hash': '{"hash":"$2b$12$abcdefghijklmnopqrstuv"}',
  'the password of the tests': '{"body":"Correct-Horse-7-Battery"}',
};

describe('the look for secrets', () => {
  it.each(Object.entries(MISTAKES))('finds %s', (_what, line) => {
    expect(secretsIn(['{"level":"info"}', line])).toEqual([expect.stringContaining(line)]);
  });

  it('finds nothing in what may be logged', () => {
    const stack = 'at file:///app/node_modules/@apollo/server/dist/esm/ApolloServer.js:12:3';
    expect(secretsIn([JSON.stringify({ err: { stack }, userId: '01j', operation: 'SignIn' })])).toEqual([]);
  });

  it('finds every password and token that was sent, however deep in the variables', () => {
    rememberSecrets({ input: { password: 'Velvet-Otter-3', deeper: [{ resetToken: 'r3set-me-please' }] } });
    expect(secretsIn(['{"msg":"Velvet-Otter-3"}'])).toHaveLength(1);
    expect(secretsIn(['{"msg":"tried r3set-me-please"}'])).toHaveLength(1);
    expect(secretsIn(['{"msg":"Velvet-Otter"}'])).toEqual([]);
  });
});

describe('every test server', () => {
  it('fails to stop when a secret is in its log, but leaves nothing behind', async () => {
    const server = await startTestServer();
    server.logLines.push(MISTAKES['an e-mail address']);
    await expect(server.stop()).rejects.toThrow('an e-mail address in the log');
    await expect(fetch(`${server.url}/livez`)).rejects.toThrow();
  });

  it('has lines to look at', async () => {
    const server = await startTestServer();
    await trySignUp(server, applicant());
    expect(server.logLines.length).toBeGreaterThan(0);
    await server.stop();
  });
});

describe('the log of a process of its own', () => {
  it('is kept for the end of the run', async () => {
    const api = startApiProcess({ NODE_ENV: 'production' });
    await api.ended;
    keepForTheEnd(api.child.pid, `for people: ama@example.org\n{"level":"info"}\n`);
    const kept = await readFile(join(process.env['TEST_LOG_DIR'] ?? '', `${api.child.pid}.log`), 'utf8');
    expect(kept).toBe('{"level":"info"}\n');
  }, 30_000);

  it('fails the run at its end when a secret is in it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'intowork-logs-'));
    try {
      await writeFile(join(folder, '1.log'), '{"level":"info"}\n');
      expect(() => expectNoSecretsKeptIn(folder)).not.toThrow();
      await writeFile(join(folder, '2.log'), `{"level":"info"}\n${MISTAKES['an access token']}\n`);
      expect(() => expectNoSecretsKeptIn(folder)).toThrow('a JWT in the log');
      expect(await readdir(folder)).toHaveLength(2);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
