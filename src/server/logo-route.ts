import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Disk } from 'flydrive';
import { LOGO_CONTENT_TYPE, LOGO_FOLDER } from '../companies/logo-files.js';

type LogoRequest = FastifyRequest<{ Params: { name: string } }>;

/** What follows is the name of a logo and of nothing else: the folder is fixed, and this leads to no other. */
const LOGO = /^(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.webp$/;

/**
 * Serves the logos of companies, to everybody, from the disk or the bucket: pages and caches keep their addresses, so links
 * that expire would not do. A file under a key never changes.
 */
export function addLogoRoute(app: FastifyInstance, disk: Disk): void {
  app.get(`/files/${LOGO_FOLDER}/:name`, async (request: LogoRequest, reply) => {
    const id = LOGO.exec(request.params.name)?.groups?.['id'];
    const key = `${LOGO_FOLDER}/${id}`;
    if (id === undefined || !(await disk.exists(key))) return reply.callNotFound();
    return reply
      .headers({
        'content-type': LOGO_CONTENT_TYPE,
        'content-disposition': 'inline',
        'cache-control': 'public, max-age=31536000, immutable',
      })
      .send(Buffer.from(await disk.getBytes(key)));
  });
}
