import { WiredeskError } from '../../contract/failure.ts';
import type { Destination } from '../../contract/rights.ts';
import { listDestinations } from '../store/destinations.ts';
import type { Store } from '../store/open.ts';
import type { WireFormat } from '../wire/format.ts';
import { formatById, formats } from '../wire/formats.ts';

/**
 * A destination by its name, case aside; null for none.
 * @throws WiredeskError 'not-found'
 */
export function findDestination(store: Store, name: string | null): Destination | null {
  if (name === null) return null;
  const known = listDestinations(store);
  const found = known.find(destination => destination.name.toLowerCase() === name.trim().toLowerCase());
  if (found) return found;
  const names = known.map(destination => destination.name).join(', ') || 'none is set up';
  throw new WiredeskError('not-found', `There is no destination "${name}" (known: ${names}).`);
}

/**
 * A format that can be written, by its identifier.
 * @throws WiredeskError 'not-found' or 'unsupported'
 */
export function findFormat(id: string): WireFormat & Required<Pick<WireFormat, 'write'>> {
  const format = formatById(id);
  const known = formats.map(each => each.id).join(', ');
  if (!format) throw new WiredeskError('not-found', `There is no wire format "${id}" (known: ${known}).`);
  const { write } = format;
  if (!write) throw new WiredeskError('unsupported', `${format.label} can be read but not written.`);
  return { ...format, write };
}
