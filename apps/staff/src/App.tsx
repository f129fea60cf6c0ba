// The staff app: providers around the frame that every page stands in.
import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { Router } from 'wouter';
import { queryClient } from './api/queries.ts';
import { Frame } from './shell/Frame.tsx';
import { theme } from './theme.ts';

export function App() {
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queryClient}>
        <Router base="/staff">
          <Frame />
        </Router>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
