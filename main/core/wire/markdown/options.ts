import { z } from 'zod';

export const markdownOptions = z.strictObject({});
