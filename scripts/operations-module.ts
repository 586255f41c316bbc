import { glob, readFile } from 'node:fs/promises';
import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as types from '@graphql-codegen/typescript-operations';
import { buildSchema, parse, type DocumentNode } from 'graphql';

export interface OperationFile {
  /** Such as `client/operations/jobs/publish-job.graphql`. */
  location: string;
  document: DocumentNode;
}

/** The documents in `client/operations`, in the order of their paths. */
export async function readOperations(): Promise<OperationFile[]> {
  const locations: string[] = [];
  for await (const location of glob('client/operations/**/*.graphql')) locations.push(location);
  return Promise.all(
    locations
      .toSorted()
      .map(async (location) => ({ location, document: parse(await readFile(location, 'utf8')) })),
  );
}

const HEADER =
  '// Written by `npm run operations` from schema.graphql and client/operations: change those.\n';

/** The text of client/operations.ts. Fails when a document does not fit the schema. */
export async function operationsModule(): Promise<string> {
  const schema = await readFile('schema.graphql', 'utf8');
  const module = await codegen({
    filename: 'client/operations.ts',
    schema: parse(schema),
    schemaAst: buildSchema(schema),
    documents: await readOperations(),
    config: {
      useTypeImports: true,
      enumType: 'string-literal',
      // A scalar that is not named here fails, rather than being anything at all.
      strictScalars: true,
      scalars: { ID: 'string', DateTime: 'string', JSONObject: 'Record<string, unknown>' },
    },
    plugins: [{ types: {} }, { typedDocuments: {} }],
    pluginMap: { types, typedDocuments },
  });
  return HEADER + module;
}
