import {
  $isElementNode,
  defineExtension,
  ElementNode,
  mergeRegister,
  ParagraphNode,
  TEXT_TYPE_TO_FORMAT,
  TextNode,
} from 'lexical';
import { HeadingNode } from '@lexical/rich-text';
import { ListItemNode } from '@lexical/list';
import { markNames } from '../../../../main/contract/body.ts';
