import { z } from 'zod';

/** The story goes whole: there is nothing to choose. */
export const wiredeskOptions = z.strictObject({});
