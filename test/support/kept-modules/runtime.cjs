const { pathToFileURL } = require('node:url');
const { default: Runtime } = require('jest-runtime');

/**
 * Loads the program and its packages once for all test files of a worker, as a process that starts several servers
 * would: 3,000 modules take longer than most files take to run. Whatever is below test/, and Jest itself, is
 * loaded anew for each file.
 */
class KeptRuntime extends Runtime {
  beginFile(path) {
    this._testPath = path;
    this.registries.internalModuleRegistry.clear();
    for (const modules of [this.registries.moduleRegistry, this.registries.esModuleRegistry])
      for (const key of modules.keys()) if (this.isOfOneFile(key)) modules.delete(key);
    this.jestGlobals.clearJestObjectCache();
    // Between files nothing may be loaded; from here on it may.
    this.testState.state = 'loading';
  }

  /** CommonJS is known by its path, other modules by their URL, and Jest's globals by the module that imports them. */
  isOfOneFile(key) {
    const tests = `${this._config.rootDir}/test/`;
    return ['@jest/globals/', tests, pathToFileURL(tests).href].some((start) => key.startsWith(start));
  }

  teardown() {
    this.restoreAllMocks();
    // What a file left running may load nothing more.
    this.leaveTestCode();
  }
}

let kept;

/** Jest asks for one for each test file, whose path is the seventh thing it tells. */
module.exports = function runtimeOfWorker(...settings) {
  kept ??= new KeptRuntime(...settings);
  kept.beginFile(settings[6]);
  return kept;
};
