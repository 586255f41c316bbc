import type { Passwords } from './passwords.js';
import type { Providers } from './providers/providers.js';
import type { SignInGuard } from './sign-in-guard.js';
import type { Tokens } from './tokens.js';

/** What signing in and staying signed in needs besides the request's context. */
export interface AuthServices {
  passwords: Passwords;
  tokens: Tokens;
  providers: Providers;
  signInGuard: SignInGuard;
}
