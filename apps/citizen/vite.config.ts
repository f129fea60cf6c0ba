// Builds the citizen app into dist/, without inline scripts so that a strict content policy holds.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = 'http://localhost:7300';

export default defineConfig({
  plugins: [react()],
  base: '/',
  build: { outDir: 'dist', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': server, '/sign-in': server } },
});
