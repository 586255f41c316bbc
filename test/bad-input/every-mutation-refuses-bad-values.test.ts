import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  getNullableType,
  isNonNullType,
  isEnumType,
  isInputObjectType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
} from 'graphql';
import { badValuesFor } from '../support/bad-values.js';
import type { Answer } from '../support/graphql-client.js';
import { mutationExamples, type Example, type World } from '../support/mutation-examples.js';
import { startOidcIssuer, type OidcIssuer } from '../support/oidc-issuer.js';
import { startServerTrusting } from '../support/provider-sign-ins.js';
import { readSchema } from '../support/read-schema.js';
import { tableDigests } from '../support/table-digests.js';
import type { TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';

const MUTATIONS = [
  'signUp',
  'signIn',
  'refreshToken',
  'startProviderSignIn',
  'signInWithProvider',
  'completeRegistration',
  'changePassword',
  'requestPasswordReset',
  'resetPassword',
  'changeEmail',
  'verifyEmail',
  'deleteAccount',
  'revokeSession',
  'signOutEverywhere',
  'updateMyName',
  'updateCandidateProfile',
  'addExperience',
  'updateExperience',
  'deleteExperience',
  'addEducation',
  'updateEducation',
  'deleteEducation',
  'addSkill',
  'updateSkill',
  'deleteSkill',
  'requestCvUpload',
  'completeCvUpload',
  'activateCv',
  'deleteCv',
  'createCompany',
  'setMemberPermissions',
  'handOverCompanyAdmin',
  'removeMember',
  'inviteMember',
  'resendCompanyInvitation',
  'cancelCompanyInvitation',
  'acceptCompanyInvitation',
  'updateEmployerProfile',
  'updateCompany',
  'requestCompanyLogoUpload',
  'completeCompanyLogoUpload',
  'createJob',
  'updateJob',
  'publishJob',
  'closeJob',
  'archiveJob',
  'deleteJob',
  'recordJobView',
  'applyToJob',
  'moveApplication',
  'moveApplications',
  'openApplication',
  'reopenApplication',
  'rateApplication',
  'withdrawApplication',
  'addApplicationNote',
  'updateApplicationNote',
  'deleteApplicationNote',
  'markNotificationRead',
  'deleteNotification',
  'inviteUser',
  'resendUserInvitation',
  'cancelUserInvitation',
  'acceptUserInvitation',
  'deactivateUser',
  'activateUser',
  'deleteUser',
  'signOutUser',
  'sendPasswordReset',
  'verifyCompany',
  'unverifyCompany',
  'appointCompanyAdmin',
  'deleteCompany',
  'takeDownJob',
];

/** Fewer than the strictest rate limit allows one person. */
const ATTEMPTS_PER_EXAMPLE = 4;

/** Written into a document, no value of the type. */
const LITERALS: Record<string, string[]> = {
  Int: ['99999999999', '-1', '1.5', '1e3', '"5"', 'FIVE'],
  Boolean: ['"true"', '1', '0', '5.5', 'TRUE', '{}', '[]'],
};
const TEXT_LITERALS = ['"a\\u0000b"', '"\\ud800"', '"\\u{110000}"', '5.5', 'true', '{}', '[]'];

interface Data {
  act: { userErrors: { code: string; message: string }[] } | null;
}

/** What is wrong with an input, and how a good one comes to be so. */
type Flaw = [string, (input: Example['input']) => unknown];

/** One thing to send, and how to call it should it be taken. */
interface Attempt {
  what: string;
  example: Example;
  document: string;
  variables: Record<string, unknown>;
}

describe('bad input', () => {
  let server: TestServer;
  let schema: GraphQLSchema;
  let world: World;
  let issuer: OidcIssuer;
  beforeAll(async () => {
    issuer = await startOidcIssuer();
    server = await startServerTrusting(issuer);
    schema = await readSchema(server);
    world = await mutationExamples(server, issuer);
  });
  afterAll(async () => {
    await server.stop();
    await issuer.stop();
  });

  function fieldOf(mutation: string): GraphQLField<unknown, unknown> {
    const field = schema.getMutationType()?.getFields()[mutation];
    if (!field) throw new Error(`no mutation ${mutation}`);
    return field;
  }

  function inputTypeOf(mutation: string): GraphQLInputObjectType {
    const type = getNullableType(fieldOf(mutation).args[0]?.type);
    if (!isInputObjectType(type)) throw new Error(`${mutation} takes no input`);
    return type;
  }

  async function exampleOf(mutation: string): Promise<Example> {
    const make = world.examples[mutation];
    if (!make) throw new Error(`no example of ${mutation}`);
    return make();
  }

  const document = (mutation: string) =>
    `mutation ($input: ${inputTypeOf(mutation).name}!) { act: ${mutation}(input: $input) { userErrors { code message } } }`;

  const literally = (mutation: string, input: string) =>
    `mutation { act: ${mutation}(input: ${input}) { userErrors { code message } } }`;

  /** What is wrong with an answer that should be a clear refusal; null when nothing is. */
  function complaint({ status, data, errors }: Answer<Data | null | undefined>): string | null {
    if (status >= 500) return `status ${status}`;
    const refusals = [
      ...(errors ?? []).map(({ message, extensions }) => ({ message, code: extensions.code })),
      ...(data?.act?.userErrors ?? []),
    ];
    if (refusals.length === 0) return `taken: ${JSON.stringify(data)}`;
    if (refusals.some(({ code }) => code === 'INTERNAL_SERVER_ERROR')) return 'INTERNAL_SERVER_ERROR';
    if (refusals.some(({ code }) => code === 'RATE_LIMITED')) return 'not tried: RATE_LIMITED';
    if (refusals.some(({ code, message }) => !code || !message))
      return `unclear: ${JSON.stringify(refusals)}`;
    return null;
  }

  /** Sends everything; all of it must be refused as it should be, and leave no trace. */
  async function expectRefusals(attempts: Attempt[]): Promise<void> {
    const before = await tableDigests(server.db);
    const failures: string[] = [];
    for (const { what, example, document: query, variables } of attempts) {
      const wrong = complaint(await example.client.send<Data>(query, variables));
      if (wrong !== null) failures.push(`${what}: ${wrong}`);
    }
    expect(failures).toEqual([]);
    expect(await tableDigests(server.db)).toEqual(before);
  }

  const shown = (value: unknown) => (JSON.stringify(value) ?? 'left out').slice(0, 60);

  /** Each change made to a good input. An example serves several: what is refused leaves it as good as it was. */
  async function attemptsAt(mutation: string, changes: Flaw[]): Promise<Attempt[]> {
    const attempts: Attempt[] = [];
    let example = await exampleOf(mutation);
    for (const [index, [what, change]] of changes.entries()) {
      if (index > 0 && index % ATTEMPTS_PER_EXAMPLE === 0) example = await exampleOf(mutation);
      attempts.push({
        what,
        example,
        document: document(mutation),
        variables: { input: change(example.input) },
      });
    }
    return attempts;
  }

  it('is tried on every mutation that takes any', () => {
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    expect(
      mutations
        .filter(({ args }) => args.length > 0)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(MUTATIONS.toSorted());
    expect(mutations.filter(({ args }) => args.length > 1)).toEqual([]);
  });

  it.each(MUTATIONS)('in a single field is refused by %s, and changes nothing', async (mutation) => {
    const changes: Flaw[] = [];
    const { foreignIds = world.foreignIds } = await exampleOf(mutation);
    for (const { name, type } of Object.values(inputTypeOf(mutation).getFields())) {
      const isId = String(getNullableType(type)) === 'ID';
      const hasDefault = inputTypeOf(mutation).getFields()[name]?.defaultValue !== undefined;
      for (const value of [...badValuesFor(type), ...(isId ? foreignIds : [])]) {
        if (value === undefined && hasDefault) continue;
        changes.push([`${name} ${shown(value)}`, (input) => ({ ...input, [name]: value })]);
      }
    }
    expect(changes.length).toBeGreaterThan(10);
    await expectRefusals(await attemptsAt(mutation, changes));
  });

  it.each(MUTATIONS)('in the shape of the whole is refused by %s, and changes nothing', async (mutation) => {
    const flaws: Flaw[] = [
      ['no input', () => undefined],
      ['null', () => null],
      ['a text', () => 'input'],
      ['a number', () => 5],
      ['an empty object', () => ({})],
      ['a list', () => []],
      ['a list of it', (input) => [input]],
      ['it as JSON text', (input) => JSON.stringify(input)],
      ['one level too deep', (input) => ({ input })],
      ['with a field nobody knows', (input) => ({ ...input, isAdmin: true })],
      ...(takesRole(inputTypeOf(mutation))
        ? []
        : [['with a role', (input) => ({ ...input, role: 'ADMIN' })] satisfies Flaw]),
      ['with an id', (input) => ({ ...input, id: 'user_01m85s551qeafvhx9z7hjh7y9h' })],
      ['with a constructor', (input) => ({ ...input, constructor: { prototype: {} } })],
    ];
    await expectRefusals(await attemptsAt(mutation, flaws));
  });

  it.each(MUTATIONS)('written into the document is refused by %s, and changes nothing', async (mutation) => {
    const type = inputTypeOf(mutation);
    const attempts: Attempt[] = [];
    const example = await exampleOf(mutation);
    const add = (what: string, query: string) =>
      attempts.push({ what, example, document: query, variables: {} });
    for (const field of Object.values(type.getFields())) {
      const literals = LITERALS[String(getNullableType(field.type))] ?? TEXT_LITERALS;
      for (const literal of literals) {
        const { [field.name]: _replaced, ...others } = example.input;
        const fields = [`${field.name}: ${literal}`, ...literalFields(type, others)];
        add(`${field.name}: ${literal}`, literally(mutation, `{ ${fields.join(', ')} }`));
      }
    }
    add('no argument', `mutation { act: ${mutation} { userErrors { code message } } }`);
    add('null', literally(mutation, 'null'));
    add('an empty object', literally(mutation, '{}'));
    add(
      'an argument nobody knows',
      `mutation { act: ${mutation}(input: {}, force: true) { userErrors { code message } } }`,
    );
    add('a variable nobody declared', literally(mutation, '$input'));
    await expectRefusals(attempts);
  });

  it.each(MUTATIONS)('of any JSON is refused by %s, and changes nothing', async (mutation) => {
    const example = await exampleOf(mutation);
    const fields = Object.values(inputTypeOf(mutation).getFields());
    const names = fields.map(({ name }) => name);
    const required = fields.filter(({ type }) => isNonNullType(type)).map(({ name }) => name);
    // By luck it could be a good input: a company needs no more than a name.
    // One that needs nothing would take any text or number, or null for no more.
    const mayBeGood = (value: unknown): boolean =>
      value === null || typeof value === 'string' || typeof value === 'number';
    const isGood = (input: Record<string, unknown>): boolean =>
      (required.length > 0 || Object.values(input).every(mayBeGood)) &&
      required.every((name) => typeof input[name] === 'string' && input[name].trim() !== '');
    const junk = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc
        .dictionary(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 1 }), { maxKeys: names.length })
        .filter((input) => !isGood(input)),
    );
    const before = await tableDigests(server.db);
    await fc.assert(
      fc.asyncProperty(junk, async (input) => {
        const query = document(mutation);
        expect(complaint(await example.client.send<Data>(query, { input }))).toBeNull();
      }),
      { numRuns: 25 },
    );
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it.each(MUTATIONS)('of a megabyte is refused by %s, and changes nothing', async (mutation) => {
    const texts = Object.values(inputTypeOf(mutation).getFields()).filter(({ type }) =>
      ['String', 'ID'].includes(String(getNullableType(type))),
    );
    const examples = await Promise.all(texts.map(() => exampleOf(mutation)));
    const before = await tableDigests(server.db);
    for (const [index, example] of examples.entries()) {
      const name = texts[index]?.name ?? '';
      const { status, errors } = await example.client.send(document(mutation), {
        input: { ...example.input, [name]: 'x'.repeat(1024 * 1024) },
      });
      expect({ status, code: errors?.[0]?.extensions.code }).toEqual({
        status: 413,
        code: 'PAYLOAD_TOO_LARGE',
      });
    }
    expect(await tableDigests(server.db)).toEqual(before);
    // Signing up and the like is what the examples of some mutations begin with.
    const beginWithSignUp = [
      'signIn',
      'refreshToken',
      'signInWithProvider',
      'requestCvUpload',
      'completeCvUpload',
      'requestCompanyLogoUpload',
      'completeCompanyLogoUpload',
      'applyToJob',
    ];
    if (!beginWithSignUp.includes(mutation)) expect(await tableDigests(server.db)).toEqual(before);
  });

  it.each(MUTATIONS)('is what was wrong: %s takes its example, and something changes', async (mutation) => {
    const { client, input } = await exampleOf(mutation);
    const before = await tableDigests(server.db);
    const { data, errors } = await client.send<Data>(document(mutation), { input });
    expect({ data, errors }).toEqual({ data: { act: { userErrors: [] } }, errors: undefined });
    // What a job of the queue does follows a moment later.
    await until('a change', async () => !isDeepStrictEqual(await tableDigests(server.db), before));
  });
});

/** Whether the role of somebody, ADMIN too, is what the mutation is about. */
function takesRole(type: GraphQLInputObjectType): boolean {
  return String(getNullableType(type.getFields()['role']?.type)) === 'Role';
}

/** Fields of an input as they are written in a document; our inputs are flat. */
function literalFields(type: GraphQLInputObjectType, input: Example['input']): string[] {
  return Object.entries(input).map(([name, value]) => {
    const isEnum = isEnumType(getNullableType(type.getFields()[name]?.type));
    return `${name}: ${isEnum ? String(value) : JSON.stringify(value)}`;
  });
}
