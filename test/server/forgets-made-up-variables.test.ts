import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { checkAnswerSize } from '../../src/server/answer-size.js';

const MEGABYTE = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapAfterCollecting(): number {
  collect();
  // What the first lets go of, such as shapes of objects, lets go of names.
  collect();
  return process.memoryUsage().heapUsed;
}

describe('what is remembered of a document', () => {
  const schema = buildSchema('type Query { things(first: Int): [String!]! }');

  it.each([
    ['the names of variables it does not declare', (text: string) => ({ [text]: 1 })],
    ['lists of variables it does not declare', (text: string) => ({ [text]: [1, 2, 3] })],
    ['long texts', (text: string) => ({ n: text })],
    ['many different numbers', (text: string) => ({ n: text.length })],
  ])('does not grow with %s', (_what, variablesOf) => {
    const documents = Array.from({ length: 20 }, (_, index) =>
      parse(`query Q${index}($n: Int) { things(first: $n) }`),
    );
    const before = heapAfterCollecting();
    for (const [index, document] of documents.entries()) {
      for (let time = 0; time < 20; time++)
        checkAnswerSize(
          schema,
          document,
          variablesOf(`${index} ${time} ${'x'.repeat(MEGABYTE / 4 + time)}`),
          undefined,
        );
    }
    expect(heapAfterCollecting() - before).toBeLessThan(5 * MEGABYTE);
    expect(documents).toHaveLength(20);
  });
});
