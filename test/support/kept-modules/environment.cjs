const { TestEnvironment } = require('jest-environment-node');

/** What jest-circus and expect note in the global scope about one test file. */
const NOTES_OF_ONE_FILE = [Symbol.for('EVENT_HANDLERS'), Symbol.for('$$jest-matchers-object')];

let kept;

/** One global scope for all test files of a worker: modules live in the one they were loaded in. See runtime.cjs. */
module.exports = function KeptEnvironment(...settings) {
  kept ??= Object.assign(new TestEnvironment(...settings), { teardown: async () => undefined });
  for (const note of NOTES_OF_ONE_FILE) delete kept.global[note];
  return kept;
};
