import {
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  type GraphQLInputType,
} from 'graphql';

/** In JSON as in JavaScript: what no type of the schema but its own takes. */
const WRONG_TYPES: Record<string, unknown[]> = {
  String: [42, 1.5, true, [], ['text'], {}, { text: 'text' }],
  ID: [1.5, true, [], {}, { id: 1 }],
  Int: ['5', '', 1.5, true, [], {}, [[5]]],
  DateTime: [5, 1.5, true, [], {}],
  Boolean: ['true', 'false', '', 'yes', 0, 1, 1.5, [], [true], {}],
};

const BAD_TEXTS = ['a\0b', '\0', 'a\ud800b', '\udc00', 'x'.repeat(100_000), '💼'.repeat(50_000)];

const BAD_VALUES: Record<string, unknown[]> = {
  String: BAD_TEXTS,
  ID: [
    ...BAD_TEXTS,
    '',
    ' ',
    '0',
    5,
    'null',
    'job_',
    'job_zzzzzzzzzzzzzzzzzzzzzzzzzz',
    'job_01m85s551qeafvhx9z7hjh7y9h',
    'application_01m85s551qeafvhx9z7hjh7y9h',
    '01a20b92-9416-7115-8399-46dd829c70f7',
    "' or true --",
  ],
  Boolean: ['a\0b'],
  Int: [2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308, -1, -(2 ** 31)],
  DateTime: [
    '',
    'yesterday',
    'infinity',
    '2020-01-01T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '2199-02-30T00:00:00Z',
    '2199-13-01T00:00:00Z',
    '2199-01-01',
    '2199-01-01T00:00:00',
    '+275760-09-13T00:00:00Z',
    'a\0b',
  ],
};

const BAD_ENUM_VALUES = ['NOPE', '', ' ', 5, true, [], {}, 'a\0b', '__proto__', 'constructor'];

/** Values no input field of this type can take. */
export function badValuesFor(type: GraphQLInputType): unknown[] {
  const named = getNamedType(type);
  const required = isNonNullType(type) ? [null, undefined] : [];
  const blank = isNonNullType(type) && named.name === 'String' ? ['', ' \n\t\u00a0'] : [];
  if (isListType(getNullableType(type))) return [...required, ...badLists(named.name)];
  if (isEnumType(named)) return [...required, ...BAD_ENUM_VALUES];
  if (!isScalarType(named) || getNullableType(type) !== named)
    throw new Error(`${String(type)} is a kind of input this does not know yet`);
  const [wrong, bad] = [WRONG_TYPES[named.name], BAD_VALUES[named.name]];
  if (!wrong || !bad) throw new Error(`${named.name} is a scalar this does not know yet`);
  return [...required, ...blank, ...wrong, ...bad];
}

/** Lists that are taken by no field as a whole: empty, too long, or with an item that is no value of its type at all. */
function badLists(itemType: string): unknown[] {
  const items = [...(WRONG_TYPES[itemType] ?? []), ...(BAD_VALUES[itemType] ?? [])].filter(
    // Of a list of ids those that name nothing are answered one by one.
    (value) => !(typeof value === 'string' && value.startsWith('application_')),
  );
  return [[], [null], [[]], 1.5, true, {}, Array(101).fill('x'), ...items.map((item) => [item])];
}
