import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { act, failedWith, refusedWith } from '../support/act.js';
import { complete, completedCv, cvsOf, uploadedCv } from '../support/cvs.js';
import { signUp, type Person } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const NOT_FOUND = refusedWith('NOT_FOUND', 'cvId');

describe('of the CVs on a profile', () => {
  let server: TestServer;
  let candidate: Person;
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(async () => {
    candidate = await signUp(server, 'CANDIDATE');
  });
  afterAll(() => server.stop());

  async function added(): Promise<string> {
    server.clock.advance(1000);
    return completedCv(candidate);
  }
  const activate = (cvId: string, { client }: Pick<Person, 'client'> = candidate) =>
    act<{ id: string; isActive: boolean }>(client, 'activateCv', { cvId }, 'id isActive');
  const remove = (cvId: string, { client }: Pick<Person, 'client'> = candidate) =>
    act<string>(client, 'deleteCv', { cvId });
  const active = async () => (await cvsOf(candidate)).filter(({ isActive }) => isActive).map(({ id }) => id);

  it('the first is active, and stays so when others are added', async () => {
    const first = await added();
    const second = await added();
    expect(await active()).toEqual([first]);
    expect((await cvsOf(candidate)).map(({ id }) => id)).toEqual([second, first]);
  });

  it('another takes its place when it is activated', async () => {
    const [first, second] = [await added(), await added()];
    expect((await activate(second)).result).toEqual({ id: second, isActive: true });
    expect(await active()).toEqual([second]);
    expect((await activate(second)).userErrors).toEqual([]);
    expect((await activate(first)).userErrors).toEqual([]);
    expect(await active()).toEqual([first]);
  });

  it('the latest is active once the active one is deleted, and none when none is left', async () => {
    const [first, second, third] = [await added(), await added(), await added()];
    expect((await remove(second)).result).toBe(second);
    expect(await active()).toEqual([first]);
    await remove(first);
    expect(await active()).toEqual([third]);
    await remove(third);
    expect(await cvsOf(candidate)).toEqual([]);
    const next = await added();
    expect(await active()).toEqual([next]);
  });

  it('one is active however many are activated, deleted and added at once', async () => {
    const ids = [await added(), await added(), await added(), await added()];
    const uploads = [await uploadedCv(candidate), await uploadedCv(candidate)];
    const outcomes = await Promise.all([
      ...ids.flatMap((id) => [activate(id), activate(id), activate(id)]),
      ...ids.slice(2).map((id) => remove(id)),
      ...uploads.map((id) => complete(candidate, id)),
    ]);
    expect(outcomes.map(({ error }) => error).filter((error) => error !== undefined)).toEqual([]);
    expect(await active()).toHaveLength(1);
    expect(await cvsOf(candidate)).toHaveLength(4);
  });

  it('one is active when the first two are completed at once', async () => {
    const uploads = [await uploadedCv(candidate), await uploadedCv(candidate), await uploadedCv(candidate)];
    await Promise.all(uploads.map((id) => complete(candidate, id)));
    expect(await cvsOf(candidate)).toHaveLength(3);
    expect(await active()).toHaveLength(1);
  });

  it('none is activated or deleted by anybody else, or once it is gone', async () => {
    const [first, second] = [await added(), await added()];
    const other = await signUp(server, 'CANDIDATE');
    const employer = await signUp(server, 'EMPLOYER');
    for (const attempt of [activate, remove]) {
      expect(await attempt(second, other)).toEqual(NOT_FOUND);
      expect(await attempt(second, employer)).toEqual(failedWith('FORBIDDEN'));
      expect(await attempt(second, { client: server.client() })).toEqual(failedWith('UNAUTHENTICATED'));
      expect(await attempt(globalId('Cv', uuidv7()))).toEqual(NOT_FOUND);
      expect(await attempt(candidate.id)).toEqual(NOT_FOUND);
    }
    expect(await active()).toEqual([first]);
    await remove(second);
    expect(await activate(second)).toEqual(NOT_FOUND);
    expect(await remove(second)).toEqual(NOT_FOUND);
  });
});
