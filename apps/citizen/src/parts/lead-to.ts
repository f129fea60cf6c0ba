// Brings a person to a place on the page: into view and into focus.

/** Focuses the control with this id, or the first control inside it, or the place itself. */
export function leadTo(id: string): void {
  const place = document.getElementById(id);
  if (!place) return;
  const control = place.matches('input, select, textarea, button')
    ? place
    : (place.querySelector<HTMLElement>('input, button') ?? place);
  place.scrollIntoView({ block: 'center' });
  control.focus({ preventScroll: true });
}
