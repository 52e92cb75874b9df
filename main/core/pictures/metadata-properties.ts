import type { PictureProperty } from '../../contract/picture.ts';
import type { Tags } from './exiftool.ts';
import { inAnyLanguage, inOneLine, list } from './tag-values.ts';

/**
 * The properties of IPTC Photo Metadata 2025.1 that Wiredesk reads and leaves alone: shown to the desk, kept among
 * the original texts, and still in the file when it leaves. The others are fields of a picture (metadata-fields).
 */
interface Property {
  /** The standard's name and its XMP property. */
  readonly name: string;
  readonly xmp: string;
  /** What exiftool calls it. */
  readonly tag: string;
  /** Its copy in IIM, where XMP has none. */
  readonly iim?: string;
}

const core = 'XMP-iptcCore';
const ext = 'XMP-iptcExt';
const plus = 'XMP-plus';

const extension = (name: string, property: string, tag = property): Property => ({
  name,
  xmp: `Iptc4xmpExt:${property}`,
  tag: `${ext}:${tag}`,
});
const ofPlus = (name: string, property: string): Property => ({
  name,
  xmp: `plus:${property}`,
  tag: `${plus}:${property}`,
});

export const otherProperties: readonly Property[] = [
  { name: 'Title', xmp: 'dc:title', tag: 'XMP-dc:Title', iim: 'IPTC:ObjectName' },
  { name: 'Keywords', xmp: 'dc:subject', tag: 'XMP-dc:Subject', iim: 'IPTC:Keywords' },
  {
    name: 'Intellectual Genre',
    xmp: 'Iptc4xmpCore:IntellectualGenre',
    tag: `${core}:IntellectualGenre`,
    iim: 'IPTC:ObjectAttributeReference',
  },
  { name: 'Scene Code', xmp: 'Iptc4xmpCore:Scene', tag: `${core}:Scene` },
  {
    name: 'Subject Code',
    xmp: 'Iptc4xmpCore:SubjectCode',
    tag: `${core}:SubjectCode`,
    iim: 'IPTC:SubjectReference',
  },
  {
    name: "Creator's Contact Info",
    xmp: 'Iptc4xmpCore:CreatorContactInfo',
    tag: `${core}:CreatorContactInfo`,
  },
  { name: 'Image Rating', xmp: 'xmp:Rating', tag: 'XMP-xmp:Rating' },
  extension('Additional Model Information', 'AddlModelInfo', 'AdditionalModelInformation'),
  extension('AI Prompt Information', 'AIPromptInformation'),
  extension('AI Prompt Writer Name', 'AIPromptWriterName'),
  extension('AI System Used', 'AISystemUsed'),
  extension('AI System Version Used', 'AISystemVersionUsed'),
  extension('Artwork or Object', 'ArtworkOrObject'),
  extension('Code of Organisation', 'OrganisationInImageCode'),
  extension('Name of Organisation', 'OrganisationInImageName'),
  extension('Contributor', 'Contributor'),
  extension('CV-Term About Image', 'AboutCvTerm'),
  extension('Digital Image GUID', 'DigImageGUID', 'DigitalImageGUID'),
  extension('Embedded Encoded Rights Expression', 'EmbdEncRightsExpr'),
  extension('Linked Encoded Rights Expression', 'LinkedEncRightsExpr'),
  extension('Event Name', 'Event'),
  extension('Event Identifier', 'EventId', 'EventID'),
  extension('Genre', 'Genre'),
  extension('Image Region', 'ImageRegion'),
  extension('Image Registry Entry', 'RegistryId', 'RegistryID'),
  extension('Max Avail Height', 'MaxAvailHeight'),
  extension('Max Avail Width', 'MaxAvailWidth'),
  extension('Model Age', 'ModelAge'),
  extension('Person Shown with Details', 'PersonInImageWDetails'),
  extension('Product Shown', 'ProductInImage'),
  ofPlus('Copyright Owner', 'CopyrightOwner'),
  ofPlus('Image Creator', 'ImageCreator'),
  ofPlus('Image Supplier', 'ImageSupplier'),
  ofPlus('Image Supplier Image ID', 'ImageSupplierImageID'),
  ofPlus('Minor Model Age Disclosure', 'MinorModelAgeDisclosure'),
  ofPlus('Model Release Id', 'ModelReleaseID'),
  ofPlus('Model Release Status', 'ModelReleaseStatus'),
  ofPlus('Property Release Id', 'PropertyReleaseID'),
  ofPlus('Property Release Status', 'PropertyReleaseStatus'),
  ofPlus('Other Constraints', 'OtherConstraints'),
];

/** The properties that a file has, each in one line. */
export function readProperties(tags: Tags): readonly PictureProperty[] {
  return otherProperties.flatMap(({ name, xmp, tag, iim }) => {
    const value = inOneLine(tags[tag]) || inAnyLanguage(tags, tag) || (iim ? list(tags[iim]).join('; ') : '');
    return value === '' ? [] : [{ name, xmp, value }];
  });
}
