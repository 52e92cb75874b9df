/** What every page of the application is served with, in either host (Electron security checklist, item 7). */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
};

/** A picture is looked at, never run: not even an SVG that calls itself something else. */
export const pictureHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Content-Disposition': 'inline; filename="picture"',
  'Cache-Control': 'private, max-age=31536000, immutable',
};

const pictureTypes = /^image\/(jpeg|png|webp|gif|tiff|avif|heic)$/;

/** The media type a picture may be served as. */
export function servedPictureType(mediaType: string): string {
  return pictureTypes.test(mediaType) ? mediaType : 'application/octet-stream';
}
