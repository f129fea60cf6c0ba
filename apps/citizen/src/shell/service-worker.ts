// Registers the service worker when the first page is there, so that it never competes with it on a slow network.
export function keepPagesOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch(() => {
      // Without it everything works, only not offline.
    });
  });
}
