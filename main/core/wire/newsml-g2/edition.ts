import type { z } from 'zod';
import type { WriteContext } from '../format.ts';
import type { newsmlG2Options } from './options.ts';

/** How an export in this format is made: the receiver's version decides which elements may stand in it (2.1). */
export interface Edition {
  readonly context: WriteContext;
  readonly standardVersion: string;
  readonly body: 'xhtml' | 'nitf';
  /** `digitalSourceType` and `rightsInfo/dataMining`; a 2.24 schema refuses them (2.1). */
  readonly sourceTypeAndMining: boolean;
  /** `itemMeta/expires` and `contentMeta/exclAudience`. */
  readonly expiryAndExclusion: boolean;
}

export function edition(options: z.output<typeof newsmlG2Options>, context: WriteContext): Edition {
  return {
    context,
    standardVersion: options.version,
    body: options.body,
    sourceTypeAndMining: options.version === '2.35',
    expiryAndExclusion: options.version !== '2.12',
  };
}
