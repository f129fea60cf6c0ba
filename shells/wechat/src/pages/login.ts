// The native page `login`; what it does is in shared/pages.ts.
import { pagesOf } from '../../../shared/pages.ts';
import { wechat } from '../host.ts';

Page(pagesOf(wechat).login);
