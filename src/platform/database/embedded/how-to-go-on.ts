/** Ends every message about a data folder that cannot be used. */
export const HOW_TO_GO_ON =
  'Set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL server of yours.';
