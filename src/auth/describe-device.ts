import Bowser from 'bowser';

/** `Firefox on Windows`, as far as a `User-Agent` header tells; null when it tells no browser or app. */
export function describeDevice(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const { browser, os } = Bowser.parse(userAgent);
  if (!browser.name) return null;
  return os.name ? `${browser.name} on ${os.name}` : browser.name;
}
