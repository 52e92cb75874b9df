/** Keeps a picture of so many bytes in a store, and prints how that ended: for tests that limit the disk. */
import { toFailure } from '../../main/contract/failure.ts';
import { putPictureFile } from '../../main/core/store/pictures.ts';
import { openTestStore } from './store.ts';

const [folder = '', sha256 = '', bytes = '0'] = process.argv.slice(2);
const store = await openTestStore(folder);
const file = { sha256, mediaType: 'image/png', bytes: Number(bytes), width: 1, height: 1, name: 'lock.png' };
let outcome = 'kept';
try {
  await putPictureFile(store, file, new Uint8Array(Number(bytes)));
} catch (error) {
  outcome = toFailure(error).code;
}
process.stdout.write(outcome);
