export default async function globalTeardown() {
  await globalThis.intoworkTestServices?.stop();
}
