// Gives a text to the browser as a file to keep.
export function saveFile(name: string, text: string, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click; it is given back when that is done.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
