import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressGroup, isLoopback, plainAddress } from '../../src/platform/network.js';
import { applicant, clientAt, sessionOf, SIGN_UP, type SessionAnswer } from '../support/accounts.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

/** Signs somebody new up from each address, one after the other; answers the statuses. */
async function statusesOf(server: TestServer, addresses: string[]): Promise<number[]> {
  const statuses: number[] = [];
  for (const address of addresses) {
    const { status } = await clientAt(server, address).send(SIGN_UP, { input: applicant() });
    statuses.push(status);
  }
  return statuses;
}

describe('who is counted', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('is the /64 of an IPv6 address, not the address', async () => {
    const neighbours = ['2001:db8:1:2::1', '2001:db8:1:2::2', '2001:db8:1:2:ffff::3', '2001:DB8:1:2:1:2:3:4'];
    expect(await statusesOf(server, neighbours)).toEqual([200, 200, 200, 429]);
    expect(await statusesOf(server, ['2001:db8:1:3::1', '2001:db8:2:2::1'])).toEqual([200, 200]);
  });

  it('is each IPv4 address', async () => {
    const same = '192.0.2.1';
    expect(await statusesOf(server, [same, same, same, same])).toEqual([200, 200, 200, 429]);
    expect(await statusesOf(server, ['192.0.2.2', '192.0.2.3'])).toEqual([200, 200]);
  });

  it('is the same IPv4 address over an IPv6 socket, or with a port behind it', async () => {
    const same = ['192.0.2.9', '::ffff:192.0.2.9', '192.0.2.9:4711', '[::ffff:192.0.2.9]:80'];
    expect(await statusesOf(server, same)).toEqual([200, 200, 200, 429]);
  });

  it('is the last address a trusted proxy did not write itself, whatever stands before it', async () => {
    const claims = ['1.1.1.1, 192.0.2.20', '2.2.2.2, 192.0.2.20', 'nonsense, 192.0.2.20', '192.0.2.20'];
    expect(await statusesOf(server, claims)).toEqual([200, 200, 200, 429]);
  });
});

describe('X-Forwarded-For', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ env: { TRUSTED_PROXIES: '' } });
  });
  afterAll(() => server.stop());

  it('is believed of nobody by default: the address of the connection is counted and kept', async () => {
    const { data } = await clientAt(server, '192.0.2.1').send<{ signUp: SessionAnswer }>(SIGN_UP, {
      input: applicant(),
    });
    expect((await sessionOf(server, data.signUp.refreshToken)).ip).toBe('127.0.0.1');
    expect(await statusesOf(server, ['192.0.2.2', '192.0.2.3', '192.0.2.4'])).toEqual([200, 200, 429]);
  });
});

describe('TRUSTED_PROXIES', () => {
  it.each([
    ['another machine', '192.0.2.0/24', '127.0.0.1'],
    ['a range this proxy is in', '192.0.2.0/24, 127.0.0.0/8', '198.51.100.1'],
    ['the name of a range', 'loopback', '198.51.100.1'],
  ])('may name %s', async (_what, proxies, expected) => {
    const server = await startTestServer({ env: { TRUSTED_PROXIES: proxies } });
    try {
      const { data } = await clientAt(server, '198.51.100.1').send<{ signUp: SessionAnswer }>(SIGN_UP, {
        input: applicant(),
      });
      expect((await sessionOf(server, data.signUp.refreshToken)).ip).toBe(expected);
    } finally {
      await server.stop();
    }
  });
});

describe('the group of an address', () => {
  const hex = (group: number) => group.toString(16);
  const groups = fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 0xffff })), { minLength: 8, maxLength: 8 });
  const full = (of: number[]) => of.map((group) => hex(group).padStart(4, '0')).join(':');
  const short = (of: number[]) => new URL(`http://[${full(of)}]`).hostname.slice(1, -1);
  const isMappedIpv4 = (of: number[]) => of.slice(0, 5).every((group) => group === 0) && of[5] === 0xffff;

  it('is the first four parts of every IPv6 address, however it is written', () => {
    fc.assert(
      fc.property(groups, (address) => {
        fc.pre(!isMappedIpv4(address));
        const expected = `${address.slice(0, 4).map(hex).join(':')}::/64`;
        for (const written of [full(address), short(address), full(address).toUpperCase()]) {
          expect(addressGroup(written)).toBe(expected);
          expect(addressGroup(`${written}%eth0`)).toBe(expected);
          expect(addressGroup(`[${written}]:443`)).toBe(expected);
        }
      }),
    );
  });

  it('is every IPv4 address itself', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(addressGroup(address)).toBe(address);
        expect(addressGroup(`::ffff:${address}`)).toBe(address);
        expect(addressGroup(`::FFFF:${address}`)).toBe(address);
      }),
    );
  });

  it('never fails on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(typeof addressGroup(text)).toBe('string')));
    fc.assert(fc.property(fc.ipV6(), (text) => expect(addressGroup(text)).toMatch(/::\/64$|^[\d.]+$/)));
  });

  it.each([
    ['127.0.0.1', true],
    ['127.8.9.10', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['128.0.0.1', false],
    ['::2', false],
    ['10.127.0.1', false],
    ['127.evil.example.org', false],
    ['', false],
  ])('knows whether %j is this machine: %j', (address, expected) => {
    expect(isLoopback(address)).toBe(expected);
  });

  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:80', '192.0.2.1'],
    ['[2001:db8::1]:80', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['2001:db8::1', '2001:db8::1'],
  ])('starts from the address without port and zone: %s is %s', (address, expected) => {
    expect(plainAddress(address)).toBe(expected);
  });
});
