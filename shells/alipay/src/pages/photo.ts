// The native page `photo`; what it does is in shared/pages.ts.
import { pagesOf } from '../../../shared/pages.ts';
import { alipay } from '../host.ts';

Page(pagesOf(alipay).photo);
