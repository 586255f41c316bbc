import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from '../../src/config.js';

const S3 = {
  S3_BUCKET: 'intowork',
  S3_REGION: 'eu-west-3',
  S3_ACCESS_KEY_ID: 'AKIA',
  S3_SECRET_ACCESS_KEY: 'key-of-the-bucket',
};

function problemsOf(env: Record<string, string | undefined>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('the configuration of files', () => {
  it('takes a bucket for files as a whole, with or without an endpoint', () => {
    expect(readConfig(S3).s3).toEqual({
      bucket: 'intowork',
      region: 'eu-west-3',
      accessKeyId: 'AKIA',
      secretAccessKey: 'key-of-the-bucket',
      endpoint: undefined,
    });
  });

  it.each(Object.keys(S3))('refuses a bucket without %s', (name) => {
    const line = `${name}: must be set along with the other S3 settings`;
    expect(problemsOf({ ...S3, [name]: undefined })).toEqual([line]);
  });

  it('refuses an endpoint without a bucket', () => {
    expect(problemsOf({ S3_ENDPOINT: 'https://s3.example.org' })).toEqual(
      Object.keys(S3).map((name) => `${name}: must be set along with the other S3 settings`),
    );
  });

  it('asks for the public address in production with files in a bucket as well: logos have one of ours', () => {
    const line = 'PUBLIC_URL: must be set in production';
    expect(problemsOf({ NODE_ENV: 'production' })).toContain(line);
    expect(problemsOf({ NODE_ENV: 'production', ...S3 })).toContain(line);
  });
});
