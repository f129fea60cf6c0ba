// Starts the citizen app.
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/hooks.ts';
import { App } from './app.tsx';
import { applySkin } from './channel/current.ts';
import { applyElderMode } from './shell/elder-mode.ts';
import { keepPagesOffline } from './shell/service-worker.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/parts.css';
import './styles/forms.css';
import './styles/pages.css';
import './styles/notices.css';
import './styles/skins.css';
import './styles/elder.css';
import './styles/print.css';

applyElderMode();
applySkin();
keepPagesOffline();
const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>,
  );
}
