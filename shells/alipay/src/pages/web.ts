// The native page `web`; what it does is in shared/pages.ts.
import { pagesOf } from '../../../shared/pages.ts';
import { alipay } from '../host.ts';

Page(pagesOf(alipay).web);
