import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { MINUTE } from '../../platform/clock.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import { discoverProvider } from './discover-provider.js';
import type { ProviderSettings } from './provider-settings.js';
import { ProviderUnreachable } from './provider-unreachable.js';

/** Somebody waits for the answer. */
const TIMEOUT_MS = 5000;

/** As long may a key be used without asking again: through an outage of the provider, or after it withdrew the key. */
const KEYS_FRESH_MS = 10 * MINUTE;

/** An unknown key id makes us ask for new keys; whoever invents key ids makes us ask this often at the most. */
const COOLDOWN_MS = MINUTE / 2;

interface Known {
  authorizationEndpoint: string;
  keys: JWTVerifyGetKey;
}

/** A provider: what it says of itself, and the keys it signs with. Both are asked for when first needed. */
export class Provider {
  readonly name: string;
  readonly issuer: string;
  readonly clientIds: readonly string[];
  #known: Promise<Known> | null = null;

  constructor(
    settings: ProviderSettings,
    private readonly timeoutMs: number,
  ) {
    ({ name: this.name, issuer: this.issuer, clientIds: this.clientIds } = settings);
  }

  /** Where people sign in. @throws ProviderUnreachable */
  async authorizationEndpoint(): Promise<string> {
    return (await this.#discovered()).authorizationEndpoint;
  }

  /** The published key a token names; never one the token brings along. @throws ProviderUnreachable */
  readonly key: JWTVerifyGetKey = async (header, token) => {
    const { keys } = await this.#discovered();
    try {
      return await keys(header, token);
    } catch (error) {
      if (isAboutTheToken(error)) throw error;
      throw new ProviderUnreachable(this.name, error);
    }
  };

  /** Asked for until it answers once, and then no more as long as this process runs. */
  #discovered(): Promise<Known> {
    this.#known ??= this.#discover().catch((error: unknown) => {
      this.#known = null;
      throw new ProviderUnreachable(this.name, error);
    });
    return this.#known;
  }

  async #discover(): Promise<Known> {
    const { authorizationEndpoint, keysUrl } = await discoverProvider(this.issuer, this.timeoutMs);
    const keys = createRemoteJWKSet(keysUrl, {
      timeoutDuration: this.timeoutMs,
      cacheMaxAge: KEYS_FRESH_MS,
      cooldownDuration: COOLDOWN_MS,
    });
    return { authorizationEndpoint, keys };
  }
}

/** The providers people may sign in with. */
export class Providers {
  readonly #all: Map<string, Provider>;

  constructor(settings: readonly ProviderSettings[], timeoutMs = TIMEOUT_MS) {
    this.#all = new Map(settings.map((each) => [each.name, new Provider(each, timeoutMs)]));
  }

  /** The provider of a name, in whatever case; refuses any other. */
  named(name: string): Provider {
    const provider = this.#all.get(name.toLowerCase());
    if (provider) return provider;
    const names = [...this.#all.keys()].join(', ');
    throw refusal(
      UserErrorCode.INVALID,
      'provider',
      names === ''
        ? 'No provider to sign in with has been set up here.'
        : `No provider of this name. There is: ${names}.`,
    );
  }
}

function isAboutTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
