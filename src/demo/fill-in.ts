/** The text with each `{NAME}` replaced by the value of that name. */
export function fillIn(text: string, values: Record<string, string>): string {
  return text.replace(/\{([A-Z_]+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

/** Lower-case ASCII words joined by hyphens, for e-mail addresses and URLs. */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
