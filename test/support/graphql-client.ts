import { freshAddress } from './fresh-address.js';
import { rememberSecrets } from './log-secrets.js';

export interface GraphqlError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; requestId?: string; retryAfterSeconds?: number };
}

export interface Answer<Data> {
  status: number;
  headers: Headers;
  data: Data;
  errors: GraphqlError[] | undefined;
}

/** Sends operations over real HTTP, like any client would. */
export class GraphqlClient {
  readonly ip: string;

  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string> = {},
    ip?: string,
  ) {
    this.ip = ip ?? freshAddress();
  }

  /** The same client with an access token. */
  signedIn(accessToken: string): GraphqlClient {
    return this.with({ authorization: `Bearer ${accessToken}` });
  }

  /** The same client, asking another server. */
  at(url: string): GraphqlClient {
    return new GraphqlClient(url, this.headers, this.ip);
  }

  with(headers: Record<string, string>): GraphqlClient {
    return new GraphqlClient(this.url, { ...this.headers, ...headers }, this.ip);
  }

  /** The answer as it came, errors and all. `Data` is what the caller expects `data` to be. */
  async send<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<Data>> {
    rememberSecrets(variables);
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': this.ip, ...this.headers },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Pick<Answer<Data>, 'data' | 'errors'>;
    return { status: response.status, headers: response.headers, data, errors };
  }

  /** The data of an operation that is expected to have no errors. */
  async data<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, errors } = await this.send<Data>(query, variables);
    if (errors) throw new Error(`unexpected errors: ${JSON.stringify(errors)}`);
    return data;
  }

  /** The code of the first error of an operation that is expected to fail. */
  async errorCode(query: string, variables: Record<string, unknown> = {}): Promise<string | undefined> {
    return (await this.send(query, variables)).errors?.[0]?.extensions.code;
  }
}
