/** The namespaces of Office Open XML (ECMA-376). */
export const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const relationshipsInDocument = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const packageMetadata = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
export const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
export const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const drawingPicture = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
export const drawingInText = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
export const customProperties = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
export const variantTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
export const dublinCore = 'http://purl.org/dc/elements/1.1/';
export const dublinCoreTerms = 'http://purl.org/dc/terms/';
export const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
export const partTypes = {
  document: `${word}.document.main+xml`,
  styles: `${word}.styles+xml`,
  numbering: `${word}.numbering+xml`,
  settings: `${word}.settings+xml`,
  core: 'application/vnd.openxmlformats-package.core-properties+xml',
  custom: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
} as const;
