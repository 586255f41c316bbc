import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getOperationAST, OperationTypeNode, print, type DocumentNode } from 'graphql';
import * as client from '../../client/operations.js';
import type { Answer } from '../support/graphql-client.js';
import { startOidcIssuer, type OidcIssuer } from '../support/oidc-issuer.js';
import { operationExamples } from '../support/operation-examples.js';
import { operationNamesOf } from '../support/operation-names.js';
import { startServerTrusting } from '../support/provider-sign-ins.js';
import type { TestServer } from '../support/test-server.js';

/** Subscriptions need a connection that stays open: the test that runs the document of each. */
const SUBSCRIPTIONS: Record<string, string> = {
  notificationReceived: 'test/live/brings-notifications-to-whom-they-concern.test.ts',
};

const NO_EXAMPLE =
  'add an example to test/support/mutation-examples.ts, or to operation-examples.ts if it has no input';

const documents: DocumentNode[] = Object.values(client).filter((exported) => 'definitions' in exported);

const operationsOfType = (wanted: (type: OperationTypeNode) => boolean): [string, DocumentNode][] =>
  documents.flatMap((document) => {
    const operation = getOperationAST(document);
    return operation && wanted(operation.operation) ? [[operationNamesOf(document)[0] ?? '', document]] : [];
  });

const requests = operationsOfType((type) => type !== OperationTypeNode.SUBSCRIPTION);
const subscriptions = operationsOfType((type) => type === OperationTypeNode.SUBSCRIPTION);

type Answers = Pick<Answer<Record<string, unknown>>, 'data' | 'errors'>[];

describe('the typed document of', () => {
  let server: TestServer;
  let issuer: OidcIssuer;
  const answers = new Map<string, Answers>();
  beforeAll(async () => {
    issuer = await startOidcIssuer();
    server = await startServerTrusting(issuer);
    const byOperation = new Map(requests);
    // All at once and not in a test each: some examples have to come before others.
    for (const [operation, examples] of Object.entries(await operationExamples(server, issuer))) {
      const document = byOperation.get(operation);
      if (!document) continue;
      const ofOperation: Answers = [];
      for (const { client: viewer, variables } of await examples())
        ofOperation.push(await viewer.send(print(document), variables));
      answers.set(operation, ofOperation);
    }
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await issuer.stop();
  });

  it.each(requests)('%s is answered whole', (operation) => {
    const ofOperation = answers.get(operation) ?? [];
    expect(ofOperation.length === 0 ? NO_EXAMPLE : 'tried').toBe('tried');
    for (const { data, errors } of ofOperation) {
      expect(errors).toBeUndefined();
      expect(Object.values(data).map(whatIsWrongWith)).toEqual([undefined]);
    }
  });

  it('every subscription is run by a test of its own, named in SUBSCRIPTIONS', async () => {
    expect(Object.keys(SUBSCRIPTIONS).sort()).toEqual(subscriptions.map(([operation]) => operation).sort());
    for (const [operation, path] of Object.entries(SUBSCRIPTIONS))
      expect(await readFile(path, 'utf8')).toMatch(new RegExp(`${operation}Document`, 'i'));
  });
});

/** Errors in the payload of a mutation, no result, or an empty page: then little of the document was tried. */
function whatIsWrongWith(result: unknown): string | undefined {
  if (result === null || result === undefined) return 'null';
  if (typeof result !== 'object') return undefined;
  if ('edges' in result && JSON.stringify(result.edges) === '[]') return 'an empty list';
  if (!('userErrors' in result)) return undefined;
  const { userErrors, ...rest } = result;
  if (JSON.stringify(userErrors) !== '[]') return JSON.stringify(userErrors);
  return Object.values(rest).every((value) => value === null) ? 'no result' : undefined;
}
