const mac = process.platform === 'darwin';

/** The keys that take the caret to the beginning and the end of what is written, on the machine that tests. */
export const toBeginning = mac ? 'Meta+ArrowUp' : 'Control+Home';
export const toEnd = mac ? 'Meta+ArrowDown' : 'Control+End';
