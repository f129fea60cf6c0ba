// Builds the citizen app into dist/, without inline scripts so that a strict content policy holds.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const server = 'http://localhost:7300';

/** The pages' own files are kept for reading without network; answers of the server are kept by api/kept.ts. */
const offline = VitePWA({
  injectRegister: false,
  registerType: 'autoUpdate',
  manifest: {
    name: '医保家庭共济',
    short_name: '家庭共济',
    description: '职工医保个人账户家庭共济：绑定家人、为家人缴纳居民医保、查看谁用了我的钱。',
    lang: 'zh-CN',
    start_url: '/',
    display: 'standalone',
    background_color: '#faf7f1',
    theme_color: '#0e4a43',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-512-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  workbox: {
    globPatterns: ['**/*.{html,js,css,svg}'],
    navigateFallbackDenylist: [/^\/(api|sign-in|staff|health|metrics|fsi)([/?]|$)/, /\/[^/]+\.[^/]+$/],
    cleanupOutdatedCaches: true,
    sourcemap: false,
  },
});

export default defineConfig({
  plugins: [react(), offline],
  base: '/',
  build: { outDir: 'dist', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': server, '/sign-in': server } },
});
