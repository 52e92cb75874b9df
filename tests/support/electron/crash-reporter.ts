import { checkOptions, isBoolean, isText, type OptionChecks } from './options.ts';
import { standFor } from './stand.ts';

const checks: OptionChecks<Electron.CrashReporterStartOptions> = {
  submitURL: isText,
  productName: isText,
  uploadToServer: isBoolean,
  ignoreSystemCrashHandler: isBoolean,
  rateLimit: isBoolean,
  compress: isBoolean,
};

let uploads = true;

/** Keeps nothing: Chromium's crashes are the test runner's. What it is asked for is checked. */
export const crashReporter = standFor<Electron.CrashReporter>('crashReporter', {
  start(options) {
    checkOptions('crashReporter.start', options, checks);
    const { uploadToServer = true, submitURL = '' } = options;
    if (uploadToServer && submitURL === '')
      throw new Error('submitURL must be specified when uploadToServer is true');
    uploads = uploadToServer;
  },
  getUploadToServer: () => uploads,
});
