// Build and development server of the staff app; it is served under /staff/.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/staff/',
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0 },
  server: {
    port: 5174,
    proxy: { '/api': 'http://localhost:7300', '/sign-in': 'http://localhost:7300' },
  },
});
