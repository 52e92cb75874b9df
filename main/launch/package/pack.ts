import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Arch, build, type Platform } from 'electron-builder';
import { readArchive } from './archive.ts';
import { drawIcons } from './icons.ts';
import { thirdPartyNotices } from './notices.ts';

/** The checkout: what is packaged. */
export const root = join(import.meta.dirname, '../../..');

export interface Packing {
  readonly targets: Map<Platform, Map<Arch, string[]>>;
  /** Electron's distribution, unpacked. */
  readonly electronDist: string;
  /** Where the packages are written; the folder of electron-builder.yml where it is left out. */
  readonly output?: string;
}

/**
 * Packages the built program by electron-builder.yml: icons drawn, notices of what is really in the archive written
 * beside it, fuses set.
 * @throws electron-builder's own error, in its words, where the configuration is wrong or a package is missing
 */
export async function pack({ targets, electronDist, output }: Packing): Promise<void> {
  await drawIcons(join(root, 'main/hosts/electron/icons'), join(root, 'dist/package'));
  await build({
    projectDir: root,
    targets,
    publish: 'never',
    config: {
      electronDist,
      ...(output === undefined ? {} : { directories: { output } }),
      // Electron's own page. electron-builder takes it away only where it has unpacked Electron itself.
      afterExtract: async ({ appOutDir, packager }) => {
        const resources = packager
          .getResourcesDir(appOutDir)
          .replace(/[^/\\]+\.app(?=[/\\])/, 'Electron.app');
        await rm(join(resources, 'default_app.asar'), { force: true });
        await rm(join(appOutDir, 'version'), { force: true });
      },
      afterPack: async ({ appOutDir, packager }) => {
        const resources = packager.getResourcesDir(appOutDir);
        const { files } = await readArchive(join(resources, 'app.asar'));
        await writeFile(join(resources, 'THIRD-PARTY.txt'), await thirdPartyNotices(root, files));
      },
    },
  });
}
