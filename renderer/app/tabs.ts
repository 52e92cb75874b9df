/** The inspector's tabs, in their order. */
export const inspectorTabs = ['Details', 'Pictures', 'Checks', 'Comments', 'History', 'Wire'] as const;
export type InspectorTab = (typeof inspectorTabs)[number];
