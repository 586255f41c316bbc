import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { globalId, parseGlobalId } from '../../src/graphql/ids.js';

describe('global ids', () => {
  it('come back as the UUID they were made from, whatever the UUID', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(parseGlobalId(globalId('Job', uuid))).toEqual({ type: 'Job', uuid });
      }),
    );
  });

  it('tell their type', () => {
    expect(globalId('Job', '01a20b92-9416-7115-8399-46dd829c70f7')).toMatch(/^job_[0-9a-z]{26}$/);
  });

  it.each([
    '',
    'job',
    'job_',
    '_01a',
    'job_zzzzzzzzzzzzzzzzzzzzzzzzzz',
    'nonsense_01m85s551qeafvhx9z7hjh7y9h',
    '1',
    'job_\u0000',
  ])('are not made of %j', (id) => {
    expect(parseGlobalId(id)).toBeNull();
  });

  it('never throw on any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => parseGlobalId(text)).not.toThrow();
        expect(() => parseGlobalId(`job_${text}`)).not.toThrow();
      }),
    );
  });
});
