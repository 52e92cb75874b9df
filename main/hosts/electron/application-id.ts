/** The `appId` of electron-builder.yml: Windows shows the notices only of a program that it knows by this name. */
export const applicationId = 'org.wiredesk.app';
