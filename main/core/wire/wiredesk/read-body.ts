import { Body } from '../../../contract/body.ts';
import { WiredeskError } from '../../../contract/failure.ts';
import type { ReadContext } from '../format.ts';
import { isJsonRecord } from '../reading/json.ts';
import type { Report } from '../reading/report.ts';
import { parseOrRefuse } from './lenient.ts';

const mostBlocks = 100_000;

/**
 * A body in the contract's own shape, its blocks with or without identifiers.
 * @throws WiredeskError 'unreadable' with the place that does not fit, 'too-large' beyond a limit
 */
export function readBody(
  value: unknown,
  name: string,
  { ids }: Pick<ReadContext, 'ids'>,
  report: Report,
): Body {
  if (value === undefined) return { version: 1, blocks: [] };
  const seen = new Set<unknown>();
  let renewed = 0;
  // Two blocks of one identifier would be saved over each other.
  const named = (block: unknown): unknown => {
    if (!isJsonRecord(block)) return block;
    if (seen.size >= mostBlocks)
      throw new WiredeskError('too-large', `${name} has a body of more than ${mostBlocks} blocks.`);
    if (seen.has(block.id)) renewed += 1;
    const id = block.id === undefined || seen.has(block.id) ? ids() : block.id;
    seen.add(id);
    return { ...block, id, ...(Array.isArray(block.blocks) ? { blocks: block.blocks.map(named) } : {}) };
  };
  const whole =
    isJsonRecord(value) && Array.isArray(value.blocks)
      ? { ...value, blocks: value.blocks.map(named) }
      : value;
  const body = parseOrRefuse(Body, whole, `${name} has a body that cannot be read`, 'body', report);
  if (renewed > 0)
    report.repaired(`${renewed} blocks had the identifier of another and were given their own.`);
  return body;
}
