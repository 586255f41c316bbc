/** What a link on the platform may be, for class-validator's IsUrl: never `javascript:` and the like. */
export const WEB_URL = { protocols: ['http', 'https'], require_protocol: true };

export const MAX_URL_LENGTH = 500;
