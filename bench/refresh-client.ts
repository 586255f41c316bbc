import { Pool } from 'undici';

interface Answer {
  data?: Record<string, { refreshToken: string | null } | null>;
  errors?: unknown;
}

/** Sends sign-ups and refreshes over HTTP, each from an address of its own: refreshing is limited per address. */
export class RefreshClient {
  #address = 0;
  readonly #server: Pool;

  constructor(url: string) {
    this.#server = new Pool(url);
  }

  /** Opens a session of somebody new; answers its first refresh token. */
  signUp(index: number): Promise<string> {
    return this.#token('signUp', SIGN_UP, {
      email: `bench-${Date.now()}-${index}@intowork.example`,
      password: 'Bench-Mark-2026!',
      firstName: 'B',
      lastName: 'M',
      role: 'CANDIDATE',
    });
  }

  /** Exchanges a refresh token for the next. */
  refresh(refreshToken: string): Promise<string> {
    return this.#token('refreshToken', REFRESH, { refreshToken });
  }

  async #token(field: 'signUp' | 'refreshToken', query: string, input: object): Promise<string> {
    const { data, errors } = await this.#send(JSON.stringify({ query, variables: { input } }));
    const token = data?.[field]?.refreshToken;
    if (!token) throw new Error(`${field} gave no token: ${JSON.stringify(errors ?? data)}`);
    return token;
  }

  /** Not by fetch, nor by node:http: what the client does counts as time to the answer, and this does least. */
  async #send(body: string): Promise<Answer> {
    this.#address += 1;
    const headers = {
      'content-type': 'application/json',
      'x-forwarded-for': `10.${this.#address >> 16}.${(this.#address >> 8) & 255}.${this.#address & 255}`,
    };
    const answer = await this.#server.request({ path: '/graphql', method: 'POST', headers, body });
    return (await answer.body.json()) as Answer;
  }
}

const SIGN_UP = `mutation ($input: SignUpInput!) {
  signUp(input: $input) { refreshToken userErrors { code message } }
}`;
const REFRESH = `mutation ($input: RefreshTokenInput!) {
  refreshToken(input: $input) { accessToken refreshToken user { id } userErrors { code message } }
}`;
