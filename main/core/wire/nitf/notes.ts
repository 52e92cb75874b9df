/** Classes of notes whose words the writer makes: the fields that they repeat are read instead. */
export const statusNote = 'status';
export const embargoNote = 'embargo';
/** The class of the note that says what is corrected. */
export const correctionNote = 'correction';
