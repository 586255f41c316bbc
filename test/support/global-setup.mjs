import { tsImport } from 'tsx/esm/api';

/** Jest runs global set-up without its transforms; tsx reads the TypeScript of it. */
export default async function globalSetup() {
  const { startTestServices } = await tsImport('./test-services.ts', import.meta.url);
  globalThis.intoworkTestServices = await startTestServices();
}
