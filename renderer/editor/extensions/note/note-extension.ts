import { defineExtension } from 'lexical';
import { NoteNode } from './note-node.ts';

export const NoteExtension = defineExtension({ name: 'wiredesk/note', nodes: () => [NoteNode] });
