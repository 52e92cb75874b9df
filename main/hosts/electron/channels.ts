/** The one channel on which a page asks, and the one on which it is told. */
export const callChannel = 'wiredesk:call';
export const eventChannel = 'wiredesk:event';
