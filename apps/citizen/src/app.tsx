// The routes of the citizen app; each page is loaded when it is first opened.
import { Component, lazy, Suspense, type ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { HomePage } from './pages/home/home-page.tsx';
import { Loading } from './parts/loading.tsx';
import { Layout } from './shell/layout.tsx';
import { Page } from './shell/page.tsx';

const BindListPage = lazy(() => import('./pages/bind/list-page.tsx'));
const BindNewPages = lazy(() => import('./pages/bind/new-pages.tsx'));
const RelationPage = lazy(() => import('./pages/relation/relation-page.tsx'));
const OrderPage = lazy(() => import('./pages/relation/order-page.tsx'));
const ApplicationListPage = lazy(() => import('./pages/applications/list-page.tsx'));
const ApplicationPage = lazy(() => import('./pages/applications/application-page.tsx'));
const ConfirmPage = lazy(() => import('./pages/confirm/confirm-page.tsx'));
const UnbindPages = lazy(() => import('./pages/unbind/unbind-pages.tsx'));
const PremiumPages = lazy(() => import('./pages/premium/premium-pages.tsx'));
const PaymentListPage = lazy(() => import('./pages/premiums/list-page.tsx'));
const PaymentPage = lazy(() => import('./pages/premiums/payment-page.tsx'));
const CredentialPage = lazy(() => import('./pages/credential/credential-page.tsx'));
const OrderListPage = lazy(() => import('./pages/orders/list-page.tsx'));
const OnlineOrderPage = lazy(() => import('./pages/orders/order-page.tsx'));
const HelpersPage = lazy(() => import('./pages/helpers/helpers-page.tsx'));
const NewHelperPage = lazy(() => import('./pages/helpers/new-page.tsx'));
const VerifyPage = lazy(() => import('./pages/verify/verify-page.tsx'));
const TogetherPages = lazy(() => import('./pages/premium-together/together-pages.tsx'));
const PremiumOrderPage = lazy(() => import('./pages/premiums/order-page.tsx'));
const UsageListPage = lazy(() => import('./pages/usages/list-page.tsx'));
const ElsewherePage = lazy(() => import('./pages/elsewhere/elsewhere-page.tsx'));
const CalculatorPage = lazy(() => import('./pages/calculator/calculator-page.tsx'));
const UsagePage = lazy(() => import('./pages/usages/usage-page.tsx'));
const FamilyAccountPage = lazy(() => import('./pages/family-account/family-account-page.tsx'));
const FamilyCodePage = lazy(() => import('./pages/family-account/code-page.tsx'));
const GuideListPage = lazy(() => import('./pages/guides/list-page.tsx'));
const GuidePage = lazy(() => import('./pages/guides/guide-page.tsx'));
const StartPage = lazy(() => import('./pages/start/start-page.tsx'));
const NoticeListPage = lazy(() => import('./pages/notices/list-page.tsx'));
const ChannelPages = lazy(() => import('./pages/channel/channel-pages.tsx'));
const ChannelListPage = lazy(() => import('./pages/channel/list-page.tsx'));

/** A page that can't be loaded (a lost network, a new release) says so instead of going white. */
class LoadGuard extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Page title="页面没有打开">
        <p>可能是网络不通，或系统刚刚更新过。您的业务没有受影响。</p>
        <div className="actions">
          <button type="button" className="button button-main" onClick={() => window.location.reload()}>
            重新打开
          </button>
        </div>
      </Page>
    );
  }
}

const MissingPage = () => (
  <Page title="没有这个页面" lead="网址可能写错了，或者页面已经搬走。">
    <div className="actions">
      <a className="button button-main" href="/">
        回到首页
      </a>
    </div>
  </Page>
);

export const App = () => (
  <Layout>
    <LoadGuard>
      <Suspense fallback={<Loading text="正在打开页面…" />}>
        <Switch>
          <Route path="/" component={HomePage} />
          <Route path="/bind" component={BindListPage} />
          <Route path="/bind/new/:step?" component={BindNewPages} />
          <Route path="/relations/:relationId" component={RelationPage} />
          <Route path="/giver-order" component={OrderPage} />
          <Route path="/confirm/:applicationId" component={ConfirmPage} />
          <Route path="/unbind/:relationId?" component={UnbindPages} />
          <Route path="/applications" component={ApplicationListPage} />
          <Route path="/applications/:applicationId" component={ApplicationPage} />
          <Route path="/premium/:personNo?/:coverageYear?/:step?" component={PremiumPages} />
          <Route path="/helpers" component={HelpersPage} />
          <Route path="/helpers/new" component={NewHelperPage} />
          <Route path="/verify" component={VerifyPage} />
          <Route path="/premium-together/:step?" component={TogetherPages} />
          <Route path="/premium-orders/:orderId" component={PremiumOrderPage} />
          <Route path="/premiums" component={PaymentListPage} />
          <Route path="/premiums/:paymentId" component={PaymentPage} />
          <Route path="/credential" component={CredentialPage} />
          <Route path="/orders" component={OrderListPage} />
          <Route path="/orders/:orderId" component={OnlineOrderPage} />
          <Route path="/usages" component={UsageListPage} />
          <Route path="/usages/received" component={UsageListPage} />
          <Route path="/usages/:usageId" component={UsagePage} />
          <Route path="/elsewhere" component={ElsewherePage} />
          <Route path="/calculator" component={CalculatorPage} />
          <Route path="/family-account" component={FamilyAccountPage} />
          <Route path="/family-account/:linkId" component={FamilyCodePage} />
          <Route path="/guides" component={GuideListPage} />
          <Route path="/guides/:area" component={GuidePage} />
          <Route path="/start/:area?" component={StartPage} />
          <Route path="/notices" component={NoticeListPage} />
          <Route path="/c" component={ChannelListPage} />
          <Route path="/c/:channel/:screen?" component={ChannelPages} />
          <Route component={MissingPage} />
        </Switch>
      </Suspense>
    </LoadGuard>
  </Layout>
);
