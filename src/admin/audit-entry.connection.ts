import { connectionType } from '../graphql/connection.js';
import { AuditEntry } from './audit-entry.entity.js';

export const AuditEntryConnection = connectionType('AuditEntry', 'audit entries', () => AuditEntry);
