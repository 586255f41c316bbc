import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, Kind } from 'graphql';
import { readOperations, type OperationFile } from '../../scripts/operations-module.js';
import { fileName, operationNamesOf, operationsOf, rootFieldsOf } from '../support/operation-names.js';

describe('client/operations', () => {
  let operations: string[];
  let documents: OperationFile[];
  let fragments: OperationFile[];
  beforeAll(async () => {
    operations = operationsOf(buildSchema(await readFile('schema.graphql', 'utf8')));
    const files = await readOperations();
    fragments = files.filter(({ location }) => location.endsWith('.fragment.graphql'));
    documents = files.filter((file) => !fragments.includes(file));
  });

  it('has a document for every operation of the schema', () => {
    const missing = operations.filter(
      (operation) =>
        !documents.some(
          ({ document }) =>
            operationNamesOf(document).includes(operation) && rootFieldsOf(document).includes(operation),
        ),
    );
    expect(
      missing.map((operation) => `write client/operations/<domain>/${fileName(operation)}.graphql`),
    ).toEqual([]);
  });

  it('has no document for what the schema does not offer', () => {
    const superfluous = documents.filter(({ document }) =>
      rootFieldsOf(document).some((field) => !operations.includes(field)),
    );
    expect(superfluous.map(({ location }) => `delete ${location}`)).toEqual([]);
  });

  it('has one operation in each document, of one field, named like its file', () => {
    for (const { location, document } of documents) {
      const kinds = document.definitions.map(({ kind }) => kind);
      const files = operationNamesOf(document).map((name) => `${fileName(name)}.graphql`);
      expect({ location, kinds, files, fields: rootFieldsOf(document).length }).toEqual({
        location,
        kinds: [Kind.OPERATION_DEFINITION],
        files: [basename(location)],
        fields: 1,
      });
    }
  });

  it('keeps each fragment in a file of its own', () => {
    for (const { location, document } of fragments) {
      const kinds = document.definitions.map(({ kind }) => kind);
      expect({ location, kinds }).toEqual({ location, kinds: [Kind.FRAGMENT_DEFINITION] });
    }
  });
});
