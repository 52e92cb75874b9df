import type { PackagedFile } from './archive.ts';
import type { Walk } from './imports.ts';
import { packageFolder } from './package-folder.ts';

/** Programs and libraries: started or loaded by the system, which looks into no archive. */
const runs = /(\.(node|so(\.[\d.]+)?|dylib|dll|exe|pl|pm)|\/bin\/exiftool)$/;

/** Packages that another starts or links by name instead of importing them. */
const companion = /^node_modules\/(exiftool-vendored\.(pl|exe)|@img\/sharp-libvips-.+)$/;

/** What no program loads: what it was made from, what it was tested with, what is said of it. */
const neverLoaded =
  /(\.(map|ts|mts|cts|tsx|md|markdown)|\.(spec|test)\.[cm]?js)$|\/(tests?|__tests__|examples?|docs?)\//;

/** exiftool's own files, where a folder's name means nothing and every file may be asked for. */
const exiftool = /^node_modules\/exiftool-vendored\.(pl|exe)\//;

export interface Packaged {
  readonly files: readonly PackagedFile[];
  readonly walk: Walk;
  /** Scripts of ours in which nothing is left once types are taken out. */
  readonly onlyTypes: ReadonlySet<string>;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
}

/** @returns in what the packaged files are not what they should be, in sentences; none where all is well */
export function fileProblems(packaged: Packaged): readonly string[] {
  return [
    ...unfound(packaged),
    ...unloaded(packaged),
    ...unwanted(packaged),
    ...wronglyPacked(packaged),
    ...notNative(packaged),
  ];
}

function unfound({ walk }: Packaged): string[] {
  return walk.missing.map(({ from, target }) => `${from} loads ${target}, which is not in the package.`);
}

function unloaded({ files, walk, onlyTypes }: Packaged): string[] {
  const reached = new Set(walk.reached);
  const reachedPackages = new Set(walk.reached.map(packageFolder));
  const own = files
    .filter(({ path }) => path.startsWith('dist/') && !reached.has(path) && !onlyTypes.has(path))
    .map(({ path }) => `${path} is in the package and never loaded: leave it out in electron-builder.yml.`);
  const folders = new Set(files.flatMap(({ path }) => packageFolder(path) ?? []));
  const others = [...folders]
    .filter(folder => !reachedPackages.has(folder) && !companion.test(folder))
    .map(folder => `${folder} is in the package and never loaded: leave it out in electron-builder.yml.`);
  return [...own, ...others];
}

function unwanted({ files }: Packaged): string[] {
  return files
    .filter(({ path }) => neverLoaded.test(path) && !exiftool.test(path))
    .map(({ path }) => `${path} is nothing that a program loads.`);
}

function wronglyPacked({ files }: Packaged): string[] {
  return files.flatMap(({ path, unpacked, sealed }) => {
    if (runs.test(path) && !unpacked) return `${path} cannot be started or loaded from inside the archive.`;
    const ofCompanion = companion.test(packageFolder(path) ?? '');
    if (unpacked && !runs.test(path) && !ofCompanion && !path.startsWith('node_modules/@img/'))
      return `${path} lies beside the archive without need: there its content is not checked.`;
    return !unpacked && !sealed ? `${path} has no checksum in the archive.` : [];
  });
}

/** The files that are looked for by names made at run time, which no walk can follow. */
function notNative({ files, platform, arch }: Packaged): string[] {
  const exiftoolProgram =
    platform === 'win32'
      ? ['node_modules/exiftool-vendored.exe/bin/exiftool.exe']
      : [
          'node_modules/exiftool-vendored.pl/bin/exiftool',
          'node_modules/exiftool-vendored.pl/bin/lib/Image/ExifTool.pm',
        ];
  const wanted = [
    'package.json',
    'dist/renderer/index.html',
    'dist/main/hosts/electron/preload.cjs',
    'dist/main/core/worker/entry.js',
    `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`,
    ...exiftoolProgram,
  ];
  const paths = new Set(files.map(({ path }) => path));
  const absent = wanted.filter(path => !paths.has(path)).map(path => `${path} is not in the package.`);
  const sharp = new RegExp(`^node_modules/@img/sharp-${platform}-${arch}/.+\\.node$`);
  const hasSharp = files.some(({ path }) => sharp.test(path));
  return hasSharp ? absent : [...absent, `sharp's library for ${platform}-${arch} is not in the package.`];
}
