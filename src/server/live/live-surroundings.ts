import type { LiveEvents } from '../../platform/live/live-events.js';
import type { Logger } from '../../platform/logging.js';
import type { ContextSources } from '../request-context.js';
import type { LiveConnections } from './live-connections.js';

/** What both ways of live delivery stand on. */
export interface LiveSurroundings {
  sources: ContextSources;
  events: LiveEvents;
  connections: LiveConnections;
  log: Logger;
}
