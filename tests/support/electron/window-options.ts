import { isBoolean, isListOf, isNumber, isObjectOf, isText, isWhole, type OptionChecks } from './options.ts';

export const preferenceChecks: OptionChecks<Electron.WebPreferences> = {
  preload: isText,
  contextIsolation: isBoolean,
  sandbox: isBoolean,
  nodeIntegration: isBoolean,
  nodeIntegrationInWorker: isBoolean,
  nodeIntegrationInSubFrames: isBoolean,
  webviewTag: isBoolean,
  webSecurity: isBoolean,
  allowRunningInsecureContent: isBoolean,
  experimentalFeatures: isBoolean,
  navigateOnDragDrop: isBoolean,
  spellcheck: isBoolean,
  additionalArguments: isListOf(isText),
  backgroundThrottling: isBoolean,
  zoomFactor: isNumber,
};

export const windowChecks: OptionChecks<Electron.BrowserWindowConstructorOptions> = {
  width: isWhole,
  height: isWhole,
  x: isWhole,
  y: isWhole,
  minWidth: isWhole,
  minHeight: isWhole,
  center: isBoolean,
  show: isBoolean,
  title: isText,
  backgroundColor: isText,
  autoHideMenuBar: isBoolean,
  icon: isText,
  fullscreen: isBoolean,
  webPreferences: isObjectOf(preferenceChecks),
};

/** What Electron has where nothing is said. */
export const preferenceDefaults = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  spellcheck: true,
} satisfies Electron.WebPreferences;

/** @throws Error where the pages would have to be other than the stand-in's are: sandboxed, isolated and without Node */
export function demandSafe(preferences: Electron.WebPreferences): void {
  const { contextIsolation, sandbox, nodeIntegration, nodeIntegrationInWorker, webviewTag, webSecurity } =
    preferences;
  if (
    !contextIsolation ||
    !sandbox ||
    nodeIntegration ||
    nodeIntegrationInWorker ||
    webviewTag ||
    !webSecurity
  )
    throw new Error('The stand-in has only pages that are sandboxed, isolated and without Node.');
}
